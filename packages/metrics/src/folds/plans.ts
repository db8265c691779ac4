import type { PlanEnded } from '@quorum/events';
import type { Metric } from '../metric.js';

export interface PlansResult {
  readonly committed: number;
  /** By seat number. */
  readonly perSeat: readonly number[];
  readonly success: number;
  readonly failed: number;
  readonly interrupted: number;
}

interface State {
  readonly perSeat: number[];
  readonly ended: Record<PlanEnded['status'], number>;
}

/** Plans and how they ended. Definition, unit, source and a worked example: the page below. */
export const plans: Metric<State, PlansResult> = {
  name: 'plans',
  version: 1,
  reads: ['plan.committed', 'plan.ended'],
  page: {
    summary: 'How many plans the team committed to, and how they ended.',
    formula:
      'committed = number of `plan.committed`, perSeat the same by seat; success, failed, interrupted = number of `plan.ended` with that status.',
    source: 'EmCoop (arXiv 2603.00349), planning P: total plans and their status.',
    notes:
      'Published P_int adds failed and interrupted plans; here they stay apart. Plans still open are in `committed` only.',
    example:
      'In a team of two, seat 0 commits two plans (one fails, one succeeds) and seat 1 one plan that is interrupted: committed 3, perSeat [2, 1], success 1, failed 1, interrupted 1.',
  },
  columns: [
    {
      name: 'committed',
      summary: 'plans committed to',
      unit: 'plans',
      range: '≥ 0',
      value: (result) => result.committed,
    },
    {
      name: 'meanPerSeat',
      summary: 'plans committed to, mean over seats',
      unit: 'plans',
      range: '≥ 0',
      value: (result) => result.committed / result.perSeat.length,
    },
    ...(['success', 'failed', 'interrupted'] as const).map((status) => ({
      name: status,
      summary: `plans that ended with ${status}`,
      unit: 'plans',
      range: '0 … committed',
      value: (result: PlansResult) => result[status],
    })),
  ],
  init: (header) => ({
    perSeat: header.team.map(() => 0),
    ended: { success: 0, failed: 0, interrupted: 0 },
  }),
  step(state, event) {
    if (event.type === 'plan.committed') state.perSeat[event.seat] = (state.perSeat[event.seat] ?? 0) + 1;
    else if (event.type === 'plan.ended') state.ended[event.status] += 1;
    return state;
  },
  result: ({ perSeat, ended }) => ({
    committed: perSeat.reduce((sum, count) => sum + count, 0),
    perSeat: [...perSeat],
    ...ended,
  }),
};
