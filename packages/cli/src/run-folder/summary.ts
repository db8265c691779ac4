import { join } from 'node:path';
import { flattenMetrics, metricColumns } from '@quorum/metrics';
import { toCsv } from '../output/csv.js';
import { writeAtomically } from '../system/write-atomically.js';
import { modelKinds, teamNames } from '../suite/team.js';
import type { RunResults } from './read-run.js';

export const SUMMARY_FILE = 'summary.csv';

/** One row per finished episode: what was played, then every metric column. Free of wall times and dates. */
export function summaryCsv({ manifest, rows }: RunResults): string {
  const optionNames = [...new Set(manifest.conditions.flatMap(({ options }) => Object.keys(options)))].sort();
  const columns = [
    ...['suite', 'condition', 'scenario', 'agents', 'team', 'model_kind', 'structure'],
    ...['clock_mode', 'clock_profile', 'time_scale', 'seed', 'repeat'],
    ...optionNames.map((name) => `options.${name}`),
    ...metricColumns,
  ];
  const table = rows.map(({ condition, result: { header, metrics } }) => {
    const values = flattenMetrics(metrics);
    return [
      ...[manifest.suite, condition.fingerprint, header.scenario, header.team.length],
      ...[teamNames(header).join('+'), modelKinds(header).join('+'), header.structure],
      ...[header.clock.mode, header.clock.profile, header.clock.timeScale, header.seed, header.repeat],
      ...optionNames.map((name) => optionText(condition.options[name])),
      ...metricColumns.map((column) => values[column] ?? null),
    ];
  });
  return toCsv(columns, table);
}

function optionText(value: unknown): string | number | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}

/** @throws QuorumError `FILE_UNWRITABLE` */
export function writeSummary(results: RunResults): void {
  writeAtomically(join(results.folder, SUMMARY_FILE), summaryCsv(results));
}
