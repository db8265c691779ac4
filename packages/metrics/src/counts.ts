import type { Column } from './metric.js';

/** A column that counts something: from 0 up, never null. */
export function countColumn<R>(
  name: string,
  unit: string,
  summary: string,
  value: (result: R) => number,
): Column<R> {
  return { name, summary, unit, range: '≥ 0', value };
}

/** A counter at 0 for each key of a closed list. */
export function zeroCounts<K extends string>(keys: readonly K[]): Record<K, number> {
  const counts: Partial<Record<K, number>> = {};
  for (const key of keys) counts[key] = 0;
  return counts as Record<K, number>;
}

/** Sum of all counters. */
export function totalCount(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
