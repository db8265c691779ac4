import {
  CONSTRAINTS,
  REPAIR_OUTCOMES,
  type Constraint,
  type QuorumEvent,
  type RepairChecked,
  type RepairOutcome,
} from '@quorum/events';
import { countColumn, totalCount, zeroCounts } from '../counts.js';
import type { Column, Metric } from '../metric.js';

export interface RepairResult {
  /** Comparisons of plans by what came of them. */
  readonly outcomes: Readonly<Record<RepairOutcome, number>>;
  /** Predicted failures by constraint. */
  readonly failures: Readonly<Record<Constraint, number>>;
  /** Repairs after which the next comparison found nothing amiss with the same tasks, over repairs; null without any. */
  readonly mendedShare: number | null;
  /** Plans that were predicted to fail, went ahead and failed, over those of them that failed or succeeded. */
  readonly precision: number | null;
  /** Plans that were predicted to fail, went ahead and failed, over all compared plans that went ahead and failed. */
  readonly recall: number | null;
}

/** A plan under way: its task, and what the last comparison that let it go ahead said of it. */
interface OpenPlan {
  readonly task: string;
  verdict: 'fails' | 'holds' | null;
}

interface State {
  readonly outcomes: Record<RepairOutcome, number>;
  readonly failures: Record<Constraint, number>;
  readonly plans: Map<number, OpenPlan>;
  /** Tasks of the last repair, until the next comparison. */
  underRepair: readonly string[] | null;
  mended: number;
  /** Plans by what was said of them and how they ended. */
  failsFailed: number;
  failsDone: number;
  holdsFailed: number;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const shareColumn = (
  name: 'mendedShare' | 'precision' | 'recall',
  summary: string,
): Column<RepairResult> => ({
  name,
  summary,
  unit: '1',
  range: '0 … 1 or null',
  value: (result) => result[name],
});

/** Repair before acting, and how good its predictions are. Definition, unit, source and a worked example: the page below. */
export const repair: Metric<State, RepairResult> = {
  name: 'repair',
  version: 1,
  reads: ['repair.checked', 'plan.committed', 'plan.ended'],
  page: {
    summary:
      'How often plans were compared before bodies moved, what was predicted, and how that turned out.',
    formula:
      'checks = number of `repair.checked`; passed, repaired, cooldown, predicted = those with that outcome; failures = entries of their lists of failures, also by constraint. mendedShare = repairs whose tasks the next `repair.checked` does not list, over repaired. A plan with a task is judged by the last comparison during it: it fails if that lists its task and did not have it repaired, and it holds if that does not list it. precision = failed plans judged to fail / (failed and successful plans judged to fail); recall = failed plans judged to fail / (failed plans judged to fail or to hold).',
    source: 'Quorum; the events are those of the gate of COOP2 (arXiv 2603.00349v2).',
    notes:
      'Plans that are interrupted have not shown whether the prediction was right and do not count; nor do those that a repair is to replace. A plan whose task the predictor cannot judge counts as one that holds. With a repair that works, few plans predicted to fail go ahead: precision is best read where the gate only predicts.',
    example:
      'Two plans for b1/left are predicted to fail in the only check (outcome predicted), a third one for b2/left is not. One of the two fails, one succeeds, and the third fails: checks 1, predicted 1, precision 1/2, recall 1/2.',
  },
  columns: [
    countColumn('checks', 'checks', 'comparisons of plans', ({ outcomes }) => totalCount(outcomes)),
    ...REPAIR_OUTCOMES.map((outcome) =>
      countColumn(
        outcome,
        'checks',
        `comparisons with outcome ${outcome}`,
        ({ outcomes }: RepairResult) => outcomes[outcome],
      ),
    ),
    countColumn('failures', 'failures', 'failures predicted', ({ failures }) => totalCount(failures)),
    ...CONSTRAINTS.map((constraint) =>
      countColumn(
        `failures.${constraint}`,
        'failures',
        `failures predicted of the constraint ${constraint}`,
        ({ failures }: RepairResult) => failures[constraint],
      ),
    ),
    shareColumn('mendedShare', 'repairs after which nothing is amiss with the same tasks, over repairs'),
    shareColumn('precision', 'plans predicted to fail that failed, over those that failed or succeeded'),
    shareColumn('recall', 'failed plans that were predicted to fail, over failed plans that were compared'),
  ],
  init: () => ({
    outcomes: zeroCounts(REPAIR_OUTCOMES),
    failures: zeroCounts(CONSTRAINTS),
    plans: new Map(),
    underRepair: null,
    mended: 0,
    failsFailed: 0,
    failsDone: 0,
    holdsFailed: 0,
  }),
  step(state, event: QuorumEvent) {
    if (event.type === 'plan.committed') {
      if (event.task !== null) state.plans.set(event.seat, { task: event.task, verdict: null });
    } else if (event.type === 'plan.ended') {
      const verdict = state.plans.get(event.seat)?.verdict;
      state.plans.delete(event.seat);
      if (verdict === 'fails' && event.status === 'failed') state.failsFailed += 1;
      if (verdict === 'fails' && event.status === 'success') state.failsDone += 1;
      if (verdict === 'holds' && event.status === 'failed') state.holdsFailed += 1;
    } else if (event.type === 'repair.checked') {
      judge(state, event);
    }
    return state;
  },
  result({ outcomes, failures, mended, failsFailed, failsDone, holdsFailed }) {
    return {
      outcomes: { ...outcomes },
      failures: { ...failures },
      mendedShare: share(mended, outcomes.repaired),
      precision: share(failsFailed, failsFailed + failsDone),
      recall: share(failsFailed, failsFailed + holdsFailed),
    };
  },
};

function judge(state: State, { outcome, failures }: RepairChecked): void {
  state.outcomes[outcome] += 1;
  for (const { constraint } of failures) state.failures[constraint] += 1;
  const failing = new Set(failures.map(({ task }) => task));
  if (state.underRepair?.some((task) => failing.has(task)) === false) state.mended += 1;
  state.underRepair = outcome === 'repaired' ? [...failing] : null;
  for (const plan of state.plans.values()) {
    const isFailing = failing.has(plan.task);
    plan.verdict = !isFailing ? 'holds' : outcome === 'repaired' ? null : 'fails';
  }
}
