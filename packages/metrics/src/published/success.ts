import { countColumn, totalCount } from '../counts.js';
import { plans } from '../folds/plans.js';
import { score } from '../folds/score.js';
import type { Metric } from '../metric.js';
import { publishedCapability, type PublishedCapabilityState } from './capability.js';

export interface PublishedSuccessResult {
  /** Y_plan; null without plans. */
  readonly planSuccessRate: number | null;
  /** Team score. */
  readonly score: number;
  /** Gains by capability (there: resources collected, by item). */
  readonly resources: Readonly<Record<string, number>>;
}

interface State {
  plans: ReturnType<typeof plans.init>;
  score: ReturnType<typeof score.init>;
  capability: PublishedCapabilityState;
}

/** Published success Y. Definition, unit, source and a worked example: the page below. */
export const publishedSuccess: Metric<State, PublishedSuccessResult> = {
  name: 'published-success',
  version: 1,
  reads: [
    'plan.committed',
    'plan.ended',
    'score.changed',
    'episode.ended',
    'activation.stage',
    'capability.changed',
  ],
  page: {
    summary: 'Published Y, success: plans that worked out, what was collected, and the score.',
    formula:
      'Y_plan = number of `plan.ended` with status success / number of `plan.committed`. resources = number of gains by capability, as in `published-capability`. score = points of the team.',
    source: 'EmCoop (arXiv 2603.00349), success Y.',
    notes:
      'No steps are involved. Made of the same counts as `published-planning.successRate`, `published-capability.gains` and `score.points`. Y_plan is null without plans.',
    example:
      'Four plans, of which one succeeds; wood is gained twice and stone once; 3 points: Y_plan 0.25, resources { wood: 2, stone: 1 }, score 3.',
  },
  columns: [
    {
      name: 'planSuccessRate',
      summary: 'Y_plan: succeeded plans over all',
      unit: '1',
      range: '0 … 1 or null',
      value: (result) => result.planSuccessRate,
    },
    countColumn('resources', 'gains', 'resources collected, of any kind', (r) => totalCount(r.resources)),
    countColumn('score', 'points', 'team score', (r) => r.score),
  ],
  init: (header) => ({
    plans: plans.init(header),
    score: score.init(header),
    capability: publishedCapability.init(header),
  }),
  step(state, event) {
    state.plans = plans.step(state.plans, event);
    state.score = score.step(state.score, event);
    state.capability = publishedCapability.step(state.capability, event);
    return state;
  },
  result(state) {
    const { committed, success } = plans.result(state.plans);
    return {
      planSuccessRate: committed === 0 ? null : success / committed,
      score: score.result(state.score).points,
      resources: publishedCapability.result(state.capability).gainsByCapability,
    };
  },
};
