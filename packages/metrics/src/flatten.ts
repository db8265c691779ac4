import { metrics } from './registry.js';

/** Names of the columns that `flattenMetrics` gives, in order: `score.points`, `score.share`, … */
export const metricColumns: readonly string[] = metrics.flatMap((metric) =>
  metric.columns.map((column) => `${metric.name}.${column.name}`),
);

/**
 * One row of `summary.csv` from the fold results of an episode (`metrics.json`). Always the same columns in the same
 * order; null where the episode gives no value or the metric is missing from `results`.
 */
export function flattenMetrics(
  results: Readonly<Record<string, unknown>>,
): Record<string, number | string | null> {
  return Object.fromEntries(
    metrics.flatMap((metric) => {
      const result = results[metric.name];
      return metric.columns.map((column): [string, number | string | null] => [
        `${metric.name}.${column.name}`,
        result === undefined ? null : column.value(result),
      ]);
    }),
  );
}
