import { join } from 'node:path';
import { flattenMetrics, metricColumns } from '@quorum/metrics';
import { toCsv, type CsvValue } from '../output/csv.js';
import { writeAtomically } from '../system/write-atomically.js';
import { additionLabel } from '../suite/options-label.js';
import { describeCondition } from '../suite/describe-condition.js';
import { structureParts } from '../suite/structure-parts.js';
import type { RunResults } from './read-run.js';

export const SUMMARY_FILE = 'summary.csv';

/** Fields of a suite that hold options. */
const OPTION_FIELDS = ['options', 'agentOptions', 'modelOptions', 'channel'] as const;

/** The summary of a run: the columns, and a value for each in every row. */
interface SummaryTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CsvValue[])[];
}

/** One row per finished episode: what was played, then every metric column. Free of wall times and dates. */
export function summaryTable({ manifest, rows }: RunResults): SummaryTable {
  const settings = OPTION_FIELDS.flatMap((field) => {
    const names = new Set(manifest.conditions.flatMap((condition) => Object.keys(condition.settings[field])));
    return [...names].sort().map((name) => ({ field, name }));
  });
  const columns = [
    ...['suite', 'condition', 'scenario', 'agents', 'team', 'model', 'model_kind'],
    ...['structure', 'topology', 'protocol', 'communication'],
    ...[
      'clock_mode',
      'clock_profile',
      'time_scale',
      'deadline_seconds',
      'fault',
      'healing',
      'repair',
      'seed',
      'repeat',
    ],
    ...settings.map(({ field, name }) => `${field}.${name}`),
    ...metricColumns,
  ];
  const table = rows.map(({ condition, result: { header, metrics } }) => {
    const values = flattenMetrics(metrics);
    const known = describeCondition(header, condition.settings);
    const { topology, protocol } = structureParts(header);
    return [
      ...[manifest.suite, condition.fingerprint, known.scenario, known.agents, known.team.join('+')],
      ...[known.models.join('+'), known.modelKind],
      ...[known.structure, topology.label, protocol.label, known.communication],
      ...[header.clock.mode, header.clock.profile, header.clock.timeScale],
      known.deadlineMicros === null ? null : known.deadlineMicros / 1_000_000,
      ...[known.fault, known.healing, known.repair].map((part) =>
        part === null ? null : additionLabel(part),
      ),
      ...[header.seed, header.repeat],
      ...settings.map(({ field, name }) => optionText(condition.settings[field][name])),
      ...metricColumns.map((column) => values[column] ?? null),
    ];
  });
  return { columns, rows: table };
}

/** Text of `summary.csv`. */
export function summaryCsv(results: RunResults): string {
  const { columns, rows } = summaryTable(results);
  return toCsv(columns, rows);
}

function optionText(value: unknown): string | number | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}

/** @throws QuorumError `FILE_UNWRITABLE` */
export function writeSummary(results: RunResults): void {
  writeAtomically(join(results.folder, SUMMARY_FILE), summaryCsv(results));
}
