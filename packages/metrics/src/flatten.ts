import { QuorumError } from '@quorum/events';
import { metrics } from './registry.js';

type Results = Readonly<Record<string, unknown>>;
type Cell = number | string | null;

const readers: ReadonlyMap<string, (results: Results) => Cell> = new Map(
  metrics.flatMap((metric) =>
    metric.columns.map((column): [string, (results: Results) => Cell] => [
      `${metric.name}.${column.name}`,
      (results) => (results[metric.name] === undefined ? null : column.value(results[metric.name])),
    ]),
  ),
);

/** Names of the columns that `flattenMetrics` gives, in order: `score.points`, `score.share`, … */
export const metricColumns: readonly string[] = [...readers.keys()];

/**
 * How to read one column from an episode's fold results; it gives null where the episode has no value.
 * @throws QuorumError `UNKNOWN_NAME` with the known columns
 */
export function columnOf(name: string): (results: Results) => Cell {
  const reader = readers.get(name);
  if (reader !== undefined) return reader;
  throw new QuorumError('UNKNOWN_NAME', `There is no metric column "${name}".`, {
    fix: `Use one of: ${metricColumns.join(', ')}.`,
  });
}

/**
 * One row of `summary.csv` from the fold results of an episode (`metrics.json`). Always the same columns in the same
 * order; null where the episode gives no value or the metric is missing from `results`.
 */
export function flattenMetrics(results: Results): Record<string, Cell> {
  return Object.fromEntries([...readers].map(([name, read]) => [name, read(results)]));
}
