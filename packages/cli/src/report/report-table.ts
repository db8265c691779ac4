import { MIN_SEEDS_FOR_INTERVAL } from '@quorum/metrics';
import { NONE, optionsLabel, teamLabel } from '../suite/team.js';
import type { ConditionReport } from './condition-report.js';
import { formatInterval, formatMean, formatNumber, formatOptional } from './format-summary.js';
import { numericColumns } from './numeric-columns.js';
import type { Report } from './report.js';

/** A table as text, and what a reader has to know to read it. */
export interface ReportTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly legend: readonly string[];
}

interface TableColumn {
  readonly head: string;
  readonly cell: (row: ConditionReport) => string;
  /** Left out where all rows agree; `what all rows share` is said in the legend instead. */
  readonly constant?: string;
}

/** The main table of a report: what was played, how much of it, the primary metric with its interval, the secondary ones. */
export function reportTable(report: Report): ReportTable {
  const { primary, secondary, conditions } = report;
  const identity: TableColumn[] = [
    { head: 'scenario', cell: (row) => row.scenario, constant: 'scenario' },
    { head: 'options', cell: (row) => optionsLabel(row.options), constant: 'options' },
    { head: 'team', cell: (row) => teamLabel(row.team) },
    { head: 'kind', cell: (row) => (row.privileged ? `${row.modelKind}, privileged` : row.modelKind) },
    { head: 'structure', cell: (row) => row.structure, constant: 'structure' },
    { head: 'clock', cell: clockLabel, constant: 'clock' },
  ];
  const [first] = conditions;
  const varying = identity.filter(
    ({ constant, cell }) => !constant || new Set(conditions.map(cell)).size > 1,
  );
  const shared = identity.filter(
    (column) => !varying.includes(column) && first && column.cell(first) !== NONE,
  );
  const normalised = conditions.some((row) => row.normalised !== null);
  const excluded = conditions.some((row) => row.excluded > 0);

  const columns: TableColumn[] = [
    ...varying,
    { head: 'seeds', cell: (row) => `${row.columns[primary]?.seeds ?? 0}` },
    { head: 'episodes', cell: episodesLabel },
    ...(excluded ? [{ head: 'failed', cell: (row: ConditionReport) => `${row.excluded}` }] : []),
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
    rows: conditions.map((row) => columns.map(({ cell }) => cell(row))),
    legend: [
      ...(first && shared.length > 0
        ? [`All rows: ${shared.map(({ head, cell }) => `${head} ${cell(first)}`).join('; ')}.`]
        : []),
      ...legendLines(report, { normalised, excluded }),
    ],
  };
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

function clockLabel({ clock }: ConditionReport): string {
  return `${clock.mode} ${clock.profile} x${clock.timeScale}`;
}

function legendLines(
  { primary, secondary, conditions }: Report,
  shown: { normalised: boolean; excluded: boolean },
): string[] {
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
  if (shown.excluded)
    lines.push('failed: episodes in which an agent threw an error; left out of every mean.');
  if (conditions.some(({ privileged }) => privileged)) {
    lines.push('privileged: sees everything; an upper reference, not a competitor.');
  }
  if (new Set(conditions.map(({ modelKind }) => modelKind)).size > 1) {
    lines.push('kind: rows of different kinds are never ranked against each other.');
  }
  return lines;
}
