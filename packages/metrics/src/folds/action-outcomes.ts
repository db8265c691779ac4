import { ACTION_OUTCOMES, type ActionOutcome } from '@quorum/events';
import type { Metric } from '../metric.js';

export interface ActionOutcomesResult {
  /** Actions that have ended. */
  readonly total: number;
  /** Share of them that succeeded; null without actions. */
  readonly successShare: number | null;
  /** Every outcome of the closed list, zeros included. */
  readonly byOutcome: Readonly<Record<ActionOutcome, number>>;
  /** Action types in alphabetical order; only the outcomes that occurred. */
  readonly byType: Readonly<Record<string, Readonly<Partial<Record<ActionOutcome, number>>>>>;
}

type State = Map<string, Map<ActionOutcome, number>>;

/** How actions ended. Definition, unit, source and a worked example: the page below. */
export const actionOutcomes: Metric<State, ActionOutcomesResult> = {
  name: 'action-outcomes',
  version: 1,
  reads: ['action.ended'],
  page: {
    summary: 'How actions ended: success, or one reason of a closed list, by action type.',
    formula:
      'byType[type][outcome] = number of `action.ended` with that action type and outcome; byOutcome sums over types; total = all; successShare = byOutcome.success / total.',
    source:
      'Quorum. Replaces the free-text failure reasons of EmCoop (arXiv 2603.00349), failure attribution ρ.',
    notes:
      '`replaced` and `episode_ended` count as ended without success, although nothing went wrong with them. The columns hold totals over action types, whose names belong to the scenario.',
    example:
      'Actions end navigate/success, push/insufficient_force, push/success, push/replaced: byType.push = {success 1, insufficient_force 1, replaced 1}, total 4, successShare 0.5.',
  },
  columns: [
    {
      name: 'total',
      summary: 'actions that have ended',
      unit: 'actions',
      range: '≥ 0',
      value: (result) => result.total,
    },
    {
      name: 'successShare',
      summary: 'share of them that succeeded',
      unit: '1',
      range: '0 … 1 or null',
      value: (result) => result.successShare,
    },
    ...ACTION_OUTCOMES.map((outcome) => ({
      name: outcome,
      summary: `actions that ended with ${outcome}`,
      unit: 'actions',
      range: '0 … total',
      value: (result: ActionOutcomesResult) => result.byOutcome[outcome],
    })),
  ],
  init: () => new Map(),
  step(state, event) {
    if (event.type !== 'action.ended') return state;
    const counts = state.get(event.action) ?? new Map<ActionOutcome, number>();
    state.set(event.action, counts);
    counts.set(event.outcome, (counts.get(event.outcome) ?? 0) + 1);
    return state;
  },
  result(state) {
    const rows = [...state].sort(([a], [b]) => (a < b ? -1 : 1));
    const count = (outcome: ActionOutcome): number =>
      rows.reduce((sum, [, counts]) => sum + (counts.get(outcome) ?? 0), 0);
    const byOutcome = Object.fromEntries(
      ACTION_OUTCOMES.map((outcome) => [outcome, count(outcome)]),
    ) as Record<ActionOutcome, number>;
    const total = ACTION_OUTCOMES.reduce((sum, outcome) => sum + byOutcome[outcome], 0);
    return {
      total,
      successShare: total === 0 ? null : byOutcome.success / total,
      byOutcome,
      byType: Object.fromEntries(rows.map(([type, counts]) => [type, inListOrder(counts)])),
    };
  },
};

function inListOrder(counts: ReadonlyMap<ActionOutcome, number>): Partial<Record<ActionOutcome, number>> {
  const occurred = ACTION_OUTCOMES.filter((outcome) => counts.has(outcome));
  return Object.fromEntries(occurred.map((outcome) => [outcome, counts.get(outcome)]));
}
