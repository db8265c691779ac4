import type { Report } from './report.js';
import type { ReportPart } from './report-table.js';
import type { ConditionReport } from './condition-report.js';
import { conditionColumns } from '../suite/condition-columns.js';
import { differenceLabel } from '../suite/difference-label.js';
import { differenceCells, differenceHead, familyLegend } from './family-table.js';

/** Part of a report: the comparisons that the suite declares. Without rows where nothing of them is finished. */
export function comparisonTable(report: Report): ReportPart {
  const { comparisons, conditions, primary } = report;
  const rowOf = (fingerprint: string): ConditionReport | undefined =>
    conditions.find((row) => row.fingerprint === fingerprint);
  const pairs = comparisons.flatMap((comparison) => {
    const [row, baseline] = [rowOf(comparison.condition), rowOf(comparison.baseline)];
    return row === undefined || baseline === undefined ? [] : [{ comparison, row, baseline }];
  });
  const { columns } = conditionColumns(pairs.map(({ row }) => row));
  return {
    title: `Comparisons: ${primary}`,
    head: [...columns.map(({ head }) => head), 'compared with', ...differenceHead],
    rows: pairs.map(({ comparison, row, baseline }) => [
      ...columns.map(({ cell }) => cell(row)),
      differenceLabel(baseline, row),
      ...differenceCells(comparison),
    ]),
    legend: familyLegend(comparisons),
  };
}
