import { sum } from 'simple-statistics';
import { countColumn } from '../counts.js';
import { plans, type PlansResult } from '../folds/plans.js';
import type { Column, Metric } from '../metric.js';
import { createLastRemark, noteRemark, type LastRemark } from './remark.js';
import { SPECIFICATION_NOTE, specificationOf } from './specification.js';

export interface PublishedPlanningResult {
  /** Plans by agent. */
  readonly plansBySeat: readonly number[];
  readonly total: number;
  /** P_int: plans that ended as failed or interrupted. */
  readonly interrupted: number;
  /** P_res: interrupted plans whose successor has the same specification. */
  readonly resumed: number;
  /** P_re_total: interrupted plans whose successor has another one. */
  readonly replanned: number;
  /** Plans that succeeded. */
  readonly successes: number;
}

/** A plan whose end or successor is not known yet. */
interface PlanRecord {
  readonly specification: string;
  /** It failed or was interrupted. */
  interrupted: boolean;
  /** Specification of the agent's next plan. */
  next: string | null;
}

interface State {
  counts: ReturnType<typeof plans.init>;
  readonly remark: LastRemark;
  readonly latest: (PlanRecord | null)[];
  /** Plans that have not ended, by the `seq` of their commitment. */
  readonly open: Map<number, PlanRecord>;
  resumed: number;
  replanned: number;
}

/** Published planning counts P. Definition, unit, source and a worked example: the page below. */
export const publishedPlanning: Metric<State, PublishedPlanningResult> = {
  name: 'published-planning',
  version: 1,
  reads: ['intervention.applied', 'plan.committed', 'plan.ended'],
  page: {
    summary: 'Published P, planning: how many plans there are, and whether the next plan is the same again.',
    formula:
      'total plans = number of `plan.committed`, by agent and per agent. P_int = number of `plan.ended` with status failed or interrupted. An interrupted plan whose agent makes another plan is resumed (P_res) if the specification strings are equal, re-planned (P_re_total) if not. P_res_rate = P_res / P_int, 0 if P_int is 0; P_re_rate = 1 − P_res_rate, 0 if P_int is 0; P_re_avg = P_re_total / agents; success rate = succeeded plans / total plans; plan stability PS = 1 − P_int / total plans.',
    source:
      'EmCoop (arXiv 2603.00349), planning P; PS (radar) has no published formula, this one is inferred.',
    notes: `No steps are involved. ${SPECIFICATION_NOTE} Known defects, kept: an interrupt after which the plan simply goes on leaves no trace, since “resumed” looks for a new plan that is equal (\`thinking.resumed\` counts the real ones); failures, replacements and the end of the episode are all interruptions; an interrupted plan without a successor counts in P_re_rate though nobody planned again. Plan counts by status: \`plans\`.`,
    example:
      'Seat 0: A fails, A again is replaced by B, B succeeds. Seat 1: C is open at the end and interrupted. total 4, [3, 1]; P_int 3, P_res 1, P_re_total 1, P_res_rate 0.3333, P_re_rate 0.6667, P_re_avg 0.5, success rate 0.25, PS 0.25.',
  },
  columns: [
    countColumn('total', 'plans', 'plans committed to', ({ total }) => total),
    countColumn('perAgent', 'plans', 'plans per agent', (r) => r.total / r.plansBySeat.length),
    countColumn('interrupted', 'plans', 'P_int: plans that failed or were interrupted', (r) => r.interrupted),
    countColumn('resumed', 'plans', 'P_res: of these, followed by an equal plan', (r) => r.resumed),
    countColumn('replanned', 'plans', 'P_re_total: of these, followed by another plan', (r) => r.replanned),
    countColumn('replannedPerAgent', 'plans', 'P_re_avg', (r) => r.replanned / r.plansBySeat.length),
    rateColumn('resumeRate', 'P_res_rate', resumeRate),
    rateColumn('replanRate', 'P_re_rate', (r) => (r.interrupted === 0 ? 0 : 1 - resumeRate(r))),
    shareColumn('successRate', 'succeeded plans over all', ({ successes }) => successes),
    shareColumn('stability', 'PS, inferred: plans not interrupted over all', (r) => r.total - r.interrupted),
  ],
  init: (header) => ({
    counts: plans.init(header),
    remark: createLastRemark(),
    latest: header.team.map(() => null),
    open: new Map(),
    resumed: 0,
    replanned: 0,
  }),
  step(state, event) {
    noteRemark(state.remark, event);
    state.counts = plans.step(state.counts, event);
    if (event.type === 'plan.committed') {
      const specification = specificationOf(event, state.remark);
      const before = state.latest[event.seat] ?? null;
      if (before !== null) count(state, Object.assign(before, { next: specification }));
      const plan = { specification, interrupted: false, next: null };
      state.latest[event.seat] = plan;
      state.open.set(event.seq, plan);
    } else if (event.type === 'plan.ended') {
      const seq = event.inputs.find((input) => state.open.has(input));
      const plan = seq === undefined ? undefined : state.open.get(seq);
      if (seq === undefined || plan === undefined) return state;
      state.open.delete(seq);
      plan.interrupted = event.status !== 'success';
      count(state, plan);
    }
    return state;
  },
  result({ counts, resumed, replanned }) {
    const { perSeat, committed, success, failed, interrupted }: PlansResult = plans.result(counts);
    return {
      plansBySeat: perSeat,
      total: committed,
      interrupted: sum([failed, interrupted]),
      resumed,
      replanned,
      successes: success,
    };
  },
};

/** Called when one of a plan's end and successor becomes known: counts once both are. */
function count(state: State, { specification, interrupted, next }: PlanRecord): void {
  if (!interrupted || next === null) return;
  if (next === specification) state.resumed += 1;
  else state.replanned += 1;
}

function resumeRate({ resumed, interrupted }: PublishedPlanningResult): number {
  return interrupted === 0 ? 0 : resumed / interrupted;
}

function rateColumn(
  name: string,
  summary: string,
  value: (result: PublishedPlanningResult) => number,
): Column<PublishedPlanningResult> {
  return { name, summary, unit: '1', range: '0 … 1', value };
}

/** A number of plans over all plans; null without plans. */
function shareColumn(
  name: string,
  summary: string,
  plansOf: (result: PublishedPlanningResult) => number,
): Column<PublishedPlanningResult> {
  const value = (result: PublishedPlanningResult): number | null =>
    result.total === 0 ? null : plansOf(result) / result.total;
  return { name, summary, unit: '1', range: '0 … 1 or null', value };
}
