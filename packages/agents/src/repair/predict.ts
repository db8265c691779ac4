import type { PredictedFailure } from '@quorum/events';

/** What a seat whose plan is for a task will bring to it, if all goes well. */
export interface Contribution {
  readonly seat: number;
  /** Ordinary participants that it counts for. */
  readonly strength: number;
  /** It has the capability that the task asks of one participant; true where none is asked for. */
  readonly holds: boolean;
  /** Its plan works on the task at all. */
  readonly works: boolean;
  /** When it is where it can work, seconds from now; null when no way leads to a place for it. */
  readonly arrivesSeconds: number | null;
  /** How long it stays there for want of others. */
  readonly patienceSeconds: number;
}

/** A task and those whose plans are for it. */
export interface JointPlan {
  readonly task: string;
  /** Ordinary participants needed. */
  readonly required: number;
  readonly contributions: readonly Contribution[];
}

/** Strengths are fractions; what is short by no more than this is enough. */
const TOLERANCE = 1e-9;

/**
 * Whether a joint plan can meet the constraints of its task. Of participation, place and time, each of which presumes
 * the one before, only the first that will be missed is named; the dependency is looked at by itself. After the
 * plan-effect predictor of COOP² (arXiv 2603.00349v2), which takes every way to be free.
 */
export function predict({ task, required, contributions }: JointPlan): PredictedFailure[] {
  const seats = contributions.map(({ seat }) => seat);
  const fail = (constraint: PredictedFailure['constraint'], count: number, of: number): PredictedFailure => ({
    task,
    constraint,
    count,
    required: of,
    seats,
  });
  const failures: PredictedFailure[] = [];
  const workers = contributions.filter(({ works }) => works);
  const there = workers.filter(({ arrivesSeconds }) => arrivesSeconds !== null);
  const counts = [
    ['participation', strengthOf(workers)],
    ['spatial', strengthOf(there)],
    ['temporal', strengthTogether(there)],
  ] as const;
  const missed = counts.find(([, count]) => count < required);
  if (missed !== undefined) failures.push(fail(missed[0], missed[1], required));
  if (!workers.some(({ holds }) => holds) && contributions.some(({ holds }) => !holds)) {
    failures.push(fail('dependency', 0, 1));
  }
  return failures;
}

/** Whole ordinary participants that these count for together. */
function strengthOf(contributions: readonly Contribution[]): number {
  return Math.floor(contributions.reduce((sum, { strength }) => sum + strength, 0) + TOLERANCE);
}

/** The most that are there at one time: at the arrival of one of them. */
function strengthTogether(there: readonly Contribution[]): number {
  const present = (at: number): readonly Contribution[] =>
    there.filter(({ arrivesSeconds, patienceSeconds }) => {
      const from = arrivesSeconds ?? Infinity;
      return from <= at && at <= from + patienceSeconds;
    });
  return Math.max(0, ...there.map(({ arrivesSeconds }) => strengthOf(present(arrivesSeconds ?? Infinity))));
}
