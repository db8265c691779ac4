import type { PageCondition } from './page-data.js';
import type { StackedRow } from './charts/stacked-chart.js';

/**
 * How amounts of all episodes of a condition divide, as a line of a chart; nothing where there is no amount.
 * @param read amounts of one episode by part, in any unit
 */
export function sharesOf<P extends string>(
  { label, episodes }: PageCondition,
  parts: readonly P[],
  read: (metrics: Readonly<Record<string, unknown>>) => Readonly<Record<P, number>> | undefined,
): StackedRow[] {
  const amounts = episodes.flatMap(({ metrics }) => read(metrics) ?? []);
  const sums = parts.map((part) => amounts.reduce((sum, amount) => sum + amount[part], 0));
  const whole = sums.reduce((sum, amount) => sum + amount, 0);
  if (whole === 0) return [];
  return [{ label, shares: Object.fromEntries(parts.map((part, i) => [part, (sums[i] ?? 0) / whole])) }];
}
