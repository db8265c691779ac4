import { conditionColumns } from './condition-columns.js';
import type { ConditionDescription } from './describe-condition.js';
import { NONE } from './options-label.js';

/** Follows from the team and its model. */
const IMPLIED = 'kind';

/** What a condition is where it differs from another: `individual, no-comm`. A dash where the tables would show no difference. */
export function differenceLabel(condition: ConditionDescription, other: ConditionDescription): string {
  const cells = conditionColumns([condition, other])
    .columns.filter(({ head, cell }) => head !== IMPLIED && cell(condition) !== cell(other))
    .map(({ cell }) => cell(condition));
  return cells.filter((cell) => cell !== NONE).join(', ') || NONE;
}
