import { conditionColumns, conditionLabel } from '../suite/condition-columns.js';
import type { Report } from './report.js';

/**
 * Conditions whose mean of the primary metric is below a threshold, or unknown, as lines for a person. Upper
 * references (privileged teams) are held to it like all others.
 */
export function belowThreshold({ primary, conditions }: Report, threshold: number): string[] {
  const { columns } = conditionColumns(conditions);
  return conditions.flatMap((condition) => {
    const mean = condition.columns[primary]?.mean ?? null;
    if (mean !== null && mean >= threshold) return [];
    const value = mean === null ? 'no value' : mean.toFixed(3);
    return [`${conditionLabel(columns, condition)}: ${primary} ${value} is below ${threshold}`];
  });
}
