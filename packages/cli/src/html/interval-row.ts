import type { Summary } from '@quorum/metrics';
import type { IntervalRow } from './charts/interval-chart.js';

/** A summary as a line of an interval chart; nothing where no episode has a value. */
export function intervalRow(label: string, { mean, interval, points }: Summary, text: string): IntervalRow[] {
  if (mean === null) return [];
  const { low = null, high = null } = interval ?? {};
  return [{ label, mean, low, high, points: points ?? [], text }];
}
