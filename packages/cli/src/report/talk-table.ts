import { MIN_SEEDS_FOR_INTERVAL, type RecoveredShare } from '@quorum/metrics';
import { conditionColumns } from '../suite/condition-columns.js';
import { formatInterval, formatMean, formatNumber } from './format-summary.js';
import { necessityRemark } from './necessity.js';
import type { ReportPart } from './report-table.js';
import type { Report } from './report.js';

/** Part of a report: what the words of each condition that talks gain over its control conditions. */
export function talkTable({ talk, conditions, primary }: Report): ReportPart {
  const talking = conditions.filter(({ fingerprint }) =>
    talk.some(({ condition }) => condition === fingerprint),
  );
  const { columns } = conditionColumns(talking);
  const rows = talk.flatMap(({ condition, gains, recovered }) => {
    const row = talking.find(({ fingerprint }) => fingerprint === condition);
    const identity = row === undefined ? [] : columns.map(({ cell }) => cell(row));
    return gains.map((gain) => [
      ...identity,
      gain.control,
      `${gain.seeds}`,
      formatMean(gain),
      gain.control === 'shared-observation' ? shareLabel(recovered) : '',
    ]);
  });
  const reasons = talk.flatMap(({ recovered: { reason } }) => (reason === null ? [] : [reason]));
  const necessities = talk.flatMap(({ necessity }) =>
    necessity === null ? [] : [necessityRemark(necessity)],
  );
  return {
    title: `Value of communication: ${primary}`,
    head: [...columns.map(({ head }) => head), 'control', 'seeds', 'talk − control', 'recovered'],
    rows,
    legend: [
      `talk − control: paired by seed; [a, b] 95 % bootstrap interval over seeds, (…) the single differences below ${MIN_SEEDS_FOR_INTERVAL} seeds.`,
      'Exploratory, so without p: only comparisons that the suite declares are tested.',
      'recovered: (talk − no-comm) / (shared-observation − no-comm), only where the interval of the denominator lies above 0.',
      ...[...new Set(reasons)].map((reason) => `No recovered share: ${reason}.`),
      ...new Set(necessities),
    ],
  };
}

function shareLabel(recovered: RecoveredShare): string {
  if (recovered.reason !== null) return '–';
  return `${formatNumber(recovered.share)} ${formatInterval(recovered.interval)}`;
}
