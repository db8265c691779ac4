import { ACTION_OUTCOMES, type ActionOutcome } from '@quorum/events';
import { countColumn } from '../counts.js';
import type { Metric } from '../metric.js';
import { createLastRemark, noteRemark, remarkOn, type LastRemark } from './remark.js';

export interface PublishedFailuresResult {
  /** Plans that ended as failed or interrupted. */
  readonly plans: number;
  /** ρ: share of each raw reason. */
  readonly shares: Readonly<Record<string, number>>;
  /** The same by outcome of our closed list. */
  readonly sharesByOutcome: Readonly<Partial<Record<ActionOutcome, number>>>;
}

interface State {
  readonly remark: LastRemark;
  plans: number;
  readonly reasons: Map<string, number>;
  readonly outcomes: Map<ActionOutcome, number>;
}

/** Published failure attribution ρ. Definition, unit, source and a worked example: the page below. */
export const publishedFailures: Metric<State, PublishedFailuresResult> = {
  name: 'published-failures',
  version: 1,
  reads: ['intervention.applied', 'plan.ended'],
  page: {
    summary: 'Published ρ, failure attribution: which reasons plans end for that do not succeed.',
    formula:
      'Over `plan.ended` with status failed or interrupted: ρ[reason] = plans with that reason / all of them. The reason is the `outcome`; in an imported log the raw reason string.',
    source: 'EmCoop (arXiv 2603.00349), failure attribution ρ.',
    notes:
      'No steps are involved. Their reasons are free strings: “Replanned” is `replaced` here, “Episode ended” is `episode_ended`, `navigation_target_not_reached` is `timeout`; `insufficient_force` and `blocked_destination` have the same name. An import keeps the string and shares are by string; the columns are by outcome. Shares are null where no plan failed. Known defect, kept: reasons are not mapped to the four constraints, though the paper speaks of failures by constraint.',
    example:
      'Four plans end: one succeeds, one fails by timeout, one is replaced, one is open when the episode ends: ρ { timeout: 1/3, replaced: 1/3, episode_ended: 1/3 }.',
  },
  columns: [
    countColumn('plans', 'plans', 'plans that failed or were interrupted', ({ plans }) => plans),
    ...ACTION_OUTCOMES.filter((outcome) => outcome !== 'success').map((outcome) => ({
      name: outcome,
      summary: `share that ended with ${outcome}`,
      unit: '1',
      range: '0 … 1 or null',
      value: ({ plans, sharesByOutcome }: PublishedFailuresResult) =>
        plans === 0 ? null : (sharesByOutcome[outcome] ?? 0),
    })),
  ],
  init: () => ({ remark: createLastRemark(), plans: 0, reasons: new Map(), outcomes: new Map() }),
  step(state, event) {
    noteRemark(state.remark, event);
    if (event.type !== 'plan.ended' || event.status === 'success') return state;
    state.plans += 1;
    increase(state.reasons, remarkOn(state.remark, event) ?? event.outcome);
    increase(state.outcomes, event.outcome);
    return state;
  },
  result: ({ plans, reasons, outcomes }) => ({
    plans,
    shares: sharesOf(reasons, plans),
    sharesByOutcome: sharesOf(outcomes, plans),
  }),
};

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sharesOf(counts: ReadonlyMap<string, number>, all: number): Record<string, number> {
  return Object.fromEntries([...counts].map(([key, count]) => [key, count / all]));
}
