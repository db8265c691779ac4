/** Microseconds in a second of virtual time. */
export const MICROS_PER_SECOND = 1_000_000;

/** Sum of one number over all records. */
export function sumOf<K extends string>(records: readonly Readonly<Record<K, number>>[], key: K): number {
  return records.reduce((sum, record) => sum + record[key], 0);
}

/** A record with a value for each key of a closed list. */
export function recordOf<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  const record: Partial<Record<K, V>> = {};
  for (const key of keys) record[key] = value(key);
  return record as Record<K, V>;
}

/** `part / whole`; null for nothing of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
