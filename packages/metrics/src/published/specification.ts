import type { PlanCommitted } from '@quorum/events';
import { remarkOn, type LastRemark } from './remark.js';

/**
 * The text by which published metrics call two plans the same: task and types of the actions,
 * `b6/left: moveToFace, push`; of an imported plan its own words.
 */
export function specificationOf(plan: PlanCommitted, remark: LastRemark): string {
  return remarkOn(remark, plan) ?? `${plan.task ?? ''}: ${plan.actions.map(({ type }) => type).join(', ')}`;
}

/** A sentence for the pages of metrics that compare plans. */
export const SPECIFICATION_NOTE =
  'The specification string is made of task and action types (`b6/left: moveToFace, push`); theirs is a verb with a target (`push_block(block#3)`), which an import keeps word for word.';
