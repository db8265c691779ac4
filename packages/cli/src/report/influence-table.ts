import { conditionColumns } from '../suite/condition-columns.js';
import { formatNumber } from './format-summary.js';
import type { ReportPart } from './report-table.js';
import type { Report } from './report.js';

/** Part of a report: what messages did to the decisions that were probed. */
export function influenceTable({
  influence,
  conditions,
}: Pick<Report, 'influence' | 'conditions'>): ReportPart {
  const probed = conditions.filter(({ fingerprint }) =>
    influence.some(({ condition }) => condition === fingerprint),
  );
  const { columns } = conditionColumns(probed);
  const rows = influence.flatMap(({ condition, model, modelKind, probes, variants }) => {
    const row = probed.find(({ fingerprint }) => fingerprint === condition);
    if (row === undefined) return [];
    const { blank, shuffled, paraphrased, contradicted } = variants;
    return [
      [
        ...columns.map(({ cell }) => cell(row)),
        modelKind === 'stand-in' ? `${model} (stand-in)` : model,
        `${probes}`,
        ...[
          blank.variation,
          blank.nullMean,
          blank.changed,
          shuffled.variation,
          paraphrased.variation,
          contradicted.variation,
        ].map(formatNumber),
      ],
    ];
  });
  return {
    title: 'Influence of messages on probed decisions',
    head: [
      ...columns.map(({ head }) => head),
      ...['answered by', 'probes', 'influence', 'by chance', 'changed'],
      ...['shuffled', 'paraphrased', 'contradicted'],
    ],
    rows,
    legend: [
      'influence: total variation between decisions upon the message as it was and upon a blank one, mean over probes; by chance: what as few answers give.',
      'changed: repeats that decide otherwise upon a blank message.',
      'shuffled, paraphrased, contradicted: the same as influence for these messages; paraphrased says the same, so that what it changes is noise.',
    ],
  };
}
