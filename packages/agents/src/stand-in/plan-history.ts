import type { ActionOutcome } from '@quorum/events';
import type { RememberedPlan } from '../chat/prompt-sections.js';
import type { Beliefs } from './beliefs.js';
import type { SeatSituation, Situation } from './read-situation.js';

/** How long a task is left alone after a plan for it has failed, virtual microseconds. */
const AVOID_MICROS = 10_000_000;
/** The same where it failed although nobody was missing, so that waiting for somebody is no cure. */
const AVOID_LONG_MICROS = 40_000_000;
const LASTING: readonly ActionOutcome[] = [
  'insufficient_force',
  'blocked_destination',
  'missing_capability',
  'invalid_target',
  'no_path',
];

interface Failure {
  readonly task: string;
  readonly outcome: ActionOutcome;
  /** When the plan was made and when it ended, virtual microseconds. */
  readonly made: number;
  readonly ended: number;
}

function failures(seat: number, { memory, now }: Situation): Failure[] {
  return memory.plans
    .filter((plan) => plan.seat === seat)
    .flatMap(({ task, end, made }, i, plans) => {
      if (task === null || end?.status !== 'failed') return [];
      // A plan ends about when the next one is made.
      return [{ task, outcome: end.outcome, made, ended: plans[i + 1]?.made ?? now }];
    });
}

const isLasting = ({ outcome }: Failure): boolean => LASTING.includes(outcome);

/** Plans that failed although nobody was missing. */
export function lastingFailures(seat: number, situation: Situation): readonly Failure[] {
  return failures(seat, situation).filter(isLasting);
}

/**
 * Tasks that a seat has failed at too recently to try them again. Where it has waited for others in vain, the word of
 * others that they are there now is reason enough to go back.
 */
export function failedTasks(
  seat: number,
  situation: Situation,
  commitments: Beliefs['commitments'],
): string[] {
  return failures(seat, situation).flatMap((failure) => {
    const { task, outcome, made, ended } = failure;
    const isJoined =
      outcome === 'timeout' &&
      [...commitments].some(([other, word]) => other !== seat && word.task === task && word.at >= made);
    const until = ended + (isLasting(failure) ? AVOID_LONG_MICROS : AVOID_MICROS);
    return until > situation.now && !isJoined ? [task] : [];
  });
}

/** Tasks that a seat has completed, or found gone. */
export function finishedTasks({ seat, plan }: SeatSituation, plans: readonly RememberedPlan[]): string[] {
  const last = plan.lastPlan === null ? [] : [{ task: plan.lastPlan.task, end: plan.lastPlan }];
  return [...plans.filter((made) => made.seat === seat), ...last].flatMap(({ task, end }) =>
    task !== null && (end?.status === 'success' || end?.outcome === 'target_gone') ? [task] : [],
  );
}
