import type { AnyMetric, Column, MetricPage } from './metric.js';
import { metricFamilies, type MetricFamily } from './registry.js';

/** All that is known of a metric, as JSON. */
export interface MetricDescription extends MetricPage {
  readonly name: string;
  readonly version: number;
  readonly family: string;
  readonly reads: AnyMetric['reads'];
  /** With full names, `score.points`. */
  readonly columns: readonly Omit<Column<unknown>, 'value'>[];
}

/** What `quorum list metrics` prints and `docs/metrics.md` is made of, in the order of the registry. */
export const metricDescriptions: readonly MetricDescription[] = metricFamilies.flatMap(({ name, metrics }) =>
  metrics.map((metric) => describe(metric, name)),
);

/** The text of `docs/metrics.md`: one page for each metric. */
export function describeMetrics(): string {
  return [
    '# Metrics',
    '',
    'Made from the metrics themselves (`packages/metrics/src`); edit there. A metric is a fold over the log of one',
    'episode: it reads nothing else, so the same log always gives the same numbers. `metrics.json` beside an episode holds',
    'the full results, `summary.csv` one row per episode with the columns below. Null means that the episode has nothing',
    'to measure, which is not zero. Folds say what was followed by what; an _effect_ takes an intervention.',
    '',
    'A version rises when the same log could give another result. What a metric keeps in memory does not grow with the',
    'log, unless its page says so.',
    '',
    ...metricFamilies.flatMap(contents),
    '',
    ...metricDescriptions.flatMap(page),
  ].join('\n');
}

function describe(metric: AnyMetric, family: string): MetricDescription {
  return {
    name: metric.name,
    version: metric.version,
    family,
    reads: metric.reads,
    ...metric.page,
    columns: metric.columns.map(({ name, summary, unit, range }) => ({
      name: `${metric.name}.${name}`,
      summary,
      unit,
      range,
    })),
  };
}

/** A line of the table of contents. */
function contents({ name, summary, metrics }: MetricFamily): string[] {
  if (metrics.length === 0) return [];
  const links = metrics.map((metric) => `[${metric.name}](#${metric.name})`).join(', ');
  return [`- **${name}** (${summary}): ${links}`];
}

function page(metric: MetricDescription): string[] {
  const reads = metric.reads === 'all' ? 'all' : metric.reads.map((type) => `\`${type}\``).join(', ');
  return [
    `## ${metric.name}`,
    '',
    `${metric.summary} Family ${metric.family}, version ${metric.version}.`,
    '',
    `- **Formula.** ${metric.formula}`,
    `- **Events read.** ${reads}`,
    `- **Source.** ${metric.source}`,
    ...(metric.notes === undefined ? [] : [`- **Notes.** ${metric.notes}`]),
    ...(metric.grows === undefined ? [] : [`- **Memory.** Grows with ${metric.grows}.`]),
    `- **Example.** ${metric.example}`,
    '',
    ...(metric.columns.length === 0 ? [] : [...table(metric.columns), '']),
  ];
}

/** Padded as the formatter wants it, so that the file on disk is this text. */
function table(columns: MetricDescription['columns']): string[] {
  const rows = [
    ['column', 'says', 'unit', 'range'],
    ...columns.map(({ name, summary, unit, range }) => [`\`${name}\``, summary, unit, range]),
  ];
  const widths = [0, 1, 2, 3].map((i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const [head = '', ...body] = rows.map((row) => line(row.map((cell, i) => cell.padEnd(widths[i] ?? 0))));
  return [head, line(widths.map((width) => '-'.repeat(width))), ...body];
}
