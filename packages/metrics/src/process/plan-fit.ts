import { recordOf } from './micros.js';

/** How a plan fits with the others. */
export const PLAN_FITS = ['fitting', 'surplus', 'short', 'conflicting'] as const;
export type PlanFit = (typeof PLAN_FITS)[number];

/** An open task: what it moves, and how many agents it takes. */
export interface Target {
  readonly body: string;
  required: number;
}

/** How many of the plans in force fit in which way. `taskBySeat`: null for seats without a plan for a task. */
export function fitsOf(
  taskBySeat: readonly (string | null)[],
  targets: ReadonlyMap<string, Target>,
): Record<PlanFit, number> {
  const fits = recordOf(PLAN_FITS, () => 0);
  const plans = countPlans(taskBySeat);
  const leading = leadingTasks(plans, targets);
  for (const [task, count] of plans) {
    const target = targets.get(task);
    if (target === undefined) fits.surplus += count;
    else if (leading.get(target.body) !== task) fits.conflicting += count;
    else if (count < target.required) fits.short += count;
    else {
      fits.fitting += target.required;
      fits.surplus += count - target.required;
    }
  }
  return fits;
}

function countPlans(taskBySeat: readonly (string | null)[]): Map<string, number> {
  const plans = new Map<string, number>();
  for (const task of taskBySeat) if (task !== null) plans.set(task, (plans.get(task) ?? 0) + 1);
  return plans;
}

/** Of each body the task with most plans; of equals the one opened first. */
function leadingTasks(
  plans: ReadonlyMap<string, number>,
  targets: ReadonlyMap<string, Target>,
): Map<string, string> {
  const leading = new Map<string, string>();
  for (const [task, { body }] of targets) {
    const count = plans.get(task);
    if (count === undefined) continue;
    const rival = leading.get(body);
    if (rival === undefined || count > (plans.get(rival) ?? 0)) leading.set(body, task);
  }
  return leading;
}
