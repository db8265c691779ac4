import {
  constraintColumns,
  deficitFold,
  type DeficitState,
  type PerConstraint,
} from '../attempts/deficit.js';
import type { Metric } from '../metric.js';

/** Constraint deficits weighted by time. Definition, unit, source and a worked example: the page below. */
export const violations: Metric<DeficitState, PerConstraint> = {
  name: 'violations',
  version: 1,
  page: {
    summary: 'How far each cooperation constraint is from holding while the team attempts a task, by time.',
    formula:
      'deficit = max(0, 1 − count / required), 0 where nothing is required. Result per constraint = Σ deficit · ticks / Σ ticks, over all ticks from `attempt.started` to `attempt.ended` of all attempts, two attempts at once weighing twice.',
    source: 'COOP² (arXiv 2603.00349v2), constraint violation rates of attempt events.',
    notes:
      'Closest to the published Spat./Temp./Dep. Viol., which average over (step, task) pairs with somebody executing the terminal action: a tick plays the part of their step. Deviations: between samples a value holds until the next one, and at the start of an attempt the latest known value of the task goes on holding (so up to one sampling period may be judged by the value before; time before the very first sample does not count); `required` includes what is pressed ahead; participation is added; successful attempts are measured, not set to a score of 1; null where no attempt has samples (published: 0). An attempt counts once it has ended.',
    example:
      'An attempt from tick 0 to 60 on a face that requires 2; spatial 1 of 2 at tick 0 and 2 of 2 at tick 45: (0.5 · 45 + 0 · 15) / 60 = 0.375.',
  },
  columns: constraintColumns((constraint) => `mean ${constraint} deficit during attempts, by time`),
  ...deficitFold('byTime'),
};
