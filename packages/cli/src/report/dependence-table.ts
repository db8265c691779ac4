import { conditionColumns } from '../suite/condition-columns.js';
import { formatOptional } from './format-summary.js';
import type { ReportPart } from './report-table.js';
import type { Report } from './report.js';

/** Part of a report: how much messages tell of what is done next. */
export function dependenceTable({
  dependence,
  conditions,
}: Pick<Report, 'dependence' | 'conditions'>): ReportPart {
  const talking = conditions.filter(({ fingerprint }) =>
    dependence.some(({ condition }) => condition === fingerprint),
  );
  const { columns } = conditionColumns(talking);
  const rows = dependence.flatMap(({ condition, metric, pooled }) => {
    const row = talking.find(({ fingerprint }) => fingerprint === condition);
    if (row === undefined) return [];
    const { information, corrected, nullMean, excess, pValue } = pooled;
    return [
      [
        ...columns.map(({ cell }) => cell(row)),
        metric,
        `${pooled.pairs}`,
        ...[information, corrected, nullMean, excess, pValue].map(formatOptional),
      ],
    ];
  });
  return {
    title: 'Dependence of actions on messages',
    head: [
      ...columns.map(({ head }) => head),
      ...['metric', 'pairs', 'information', 'corrected', 'by chance', 'excess', 'p (exploratory)'],
    ],
    rows,
    legend: [
      'speaker-consistency: of a message and the next plan of who said it; instantaneous-coordination: of who heard it. Mutual information in nats over all episodes, weighted by pairs; dependence is not effect.',
      'by chance, excess, p: actions dealt out at random within each episode and pair of seats, 199 times. p is not corrected for the number of rows.',
    ],
  };
}
