import type { EpisodeStatus } from '@quorum/events';
import { MIN_SEEDS_FOR_INTERVAL } from '@quorum/metrics';
import { conditionColumns } from '../suite/condition-columns.js';
import type { ConditionReport } from './condition-report.js';
import { formatInterval, formatMean, formatNumber, formatOptional } from './format-summary.js';
import { numericColumns } from './numeric-columns.js';
import type { Report } from './report.js';

/** A table as text, and what a reader has to know to read it. */
export interface ReportTable {
  readonly head: readonly string[];
  /** Kinds of models are kept apart: where there are several, a heading of one cell stands above the rows of each. */
  readonly rows: readonly (readonly string[])[];
  readonly legend: readonly string[];
}

/** A further table of a report. */
export interface ReportPart extends ReportTable {
  readonly title: string;
}

interface TableColumn {
  readonly head: string;
  readonly cell: (row: ConditionReport) => string;
}

/** Statuses that say more about the set-up than about the team, and what they mean. */
const FAILURES: Readonly<Partial<Record<EpisodeStatus, string>>> = {
  agent_error: 'episodes in which an agent threw an error; left out of every mean',
  model_error: 'episodes in which a model or its provider failed; left out of every mean',
  model_budget: 'episodes that used up their model calls or tokens; they count with what they reached',
};

/** The main table of a report: what was played, how much of it, the primary metric with its interval, the secondary ones. */
export function reportTable(report: Report): ReportTable {
  const { primary, secondary, conditions } = report;
  const identity = conditionColumns(conditions);
  const normalised = conditions.some((row) => row.normalised !== null);
  const estimated = conditions.some((row) => row.clockEstimated > 0);
  const failures = Object.entries(FAILURES).filter(([status]) =>
    conditions.some(({ statuses }) => statuses[status as EpisodeStatus] > 0),
  );

  const columns: TableColumn[] = [
    ...identity.columns,
    { head: 'seeds', cell: (row) => `${row.columns[primary]?.seeds ?? 0}` },
    { head: 'episodes', cell: episodesLabel },
    ...failures.map(([status]) => ({
      head: status,
      cell: ({ statuses }: ConditionReport) => `${statuses[status as EpisodeStatus]}`,
    })),
    ...(estimated
      ? [{ head: 'clock-estimated', cell: (row: ConditionReport) => `${row.clockEstimated}` }]
      : []),
    { head: `${primary}`, cell: (row) => meanLabel(row, primary) },
    { head: 'sd', cell: (row) => formatOptional(row.columns[primary]?.sd) },
    ...(normalised ? [{ head: 'normalised', cell: normalisedLabel }] : []),
    { head: 'completed', cell: completedLabel },
    ...secondary.map((name) => ({
      head: name,
      cell: (row: ConditionReport) => formatOptional(row.columns[name]?.mean),
    })),
  ];
  return {
    head: columns.map(({ head }) => head),
    rows: byKind(conditions).flatMap(({ kind, rows }, _, groups) => [
      ...(groups.length > 1 ? [[kind]] : []),
      ...rows.map((row) => columns.map(({ cell }) => cell(row))),
    ]),
    legend: [
      ...(identity.shared.length > 0 ? [`All rows: ${identity.shared.join('; ')}.`] : []),
      ...legendLines(report, { normalised }),
      ...failures.map(([status, meaning]) => `${status}: ${meaning}.`),
      ...(estimated
        ? [
            'clock-estimated: episodes in which a provider did not report usage, so that virtual time is an estimate.',
          ]
        : []),
    ],
  };
}

/** Rows by kind of model, in the order in which the kinds come. */
function byKind(
  conditions: readonly ConditionReport[],
): { readonly kind: string; readonly rows: readonly ConditionReport[] }[] {
  const kinds = [...new Set(conditions.map(({ modelKind }) => modelKind))];
  return kinds.map((kind) => ({ kind, rows: conditions.filter(({ modelKind }) => modelKind === kind) }));
}

function meanLabel(row: ConditionReport, column: string): string {
  const summary = row.columns[column];
  return summary ? formatMean(summary) : '–';
}

function episodesLabel({ statuses, planned }: ConditionReport): string {
  const finished = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  return finished === planned ? `${finished}` : `${finished} of ${planned}`;
}

function completedLabel({ statuses, excluded }: ConditionReport): string {
  const counted = Object.values(statuses).reduce((sum, count) => sum + count, 0) - excluded;
  return `${statuses.completed}/${counted}`;
}

function normalisedLabel({ normalised }: ConditionReport): string {
  if (normalised === null || normalised === 'not discriminative') return normalised ?? '–';
  if (normalised.mean === null) return '–';
  const interval = normalised.interval ? ` ${formatInterval(normalised.interval)}` : '';
  return `${formatNumber(normalised.mean)}${interval}`;
}

function legendLines({ primary, secondary, conditions }: Report, shown: { normalised: boolean }): string[] {
  const few = conditions.some((row) => (row.columns[primary]?.seeds ?? 0) < MIN_SEEDS_FOR_INTERVAL);
  const many = conditions.some((row) => (row.columns[primary]?.seeds ?? 0) >= MIN_SEEDS_FOR_INTERVAL);
  const lines = [primary, ...secondary].map((name, i) => {
    const column = numericColumns.find((candidate) => candidate.name === name);
    const unit = column && column.unit !== '1' ? `, ${column.unit}` : '';
    const range = column?.range.replace(' or null', '') ?? '';
    return `${name}${i === 0 ? ' (primary)' : ''}: ${column?.summary ?? ''}${unit} (${range}), mean over episodes.`;
  });
  if (many) lines.push('[a, b]: 95 % bootstrap interval of the mean, seeds resampled as clusters.');
  if (few)
    lines.push(
      `(…): the single values, because fewer than ${MIN_SEEDS_FOR_INTERVAL} seeds give no interval.`,
    );
  lines.push(
    'sd: standard deviation of the primary metric over episodes. completed: episodes in which every task was done.',
  );
  if (shown.normalised) lines.push('normalised: 0 is the frozen score of random, 1 that of central.');
  if (conditions.some(({ privileged }) => privileged)) {
    lines.push('privileged: sees everything; an upper reference, not a competitor.');
  }
  if (new Set(conditions.map(({ modelKind }) => modelKind)).size > 1) {
    lines.push('kind: rows of different kinds are never ranked against each other.');
  }
  return lines;
}
