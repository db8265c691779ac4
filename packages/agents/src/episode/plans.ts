import { QuorumError, type ActionOutcome, type EventOf } from '@quorum/events';
import type { PlanDecision } from '../contract/agent.js';
import type { EpisodeContext } from './episode-context.js';
import { setStage } from './stages.js';

/** Takes in the actions that have ended: plans go on, succeed, or fail with their first failing action. */
export function followPlans(context: EpisodeContext): void {
  context.team.seats.forEach((state, seat) => {
    const { ended, plan } = state;
    if (ended === null || plan === null) return;
    state.ended = null;
    state.assignment = null;
    if (ended.outcome !== 'success') {
      loosePlan(context, seat, 'failed', ended);
      return;
    }
    plan.done += 1;
    plan.cause = [plan.commitment, ended.seq];
    if (plan.done === plan.actions.length) loosePlan(context, seat, 'success', ended);
  });
}

/** A plan has run its course: its seat reasons again, unless it is being asked already. */
function loosePlan(
  context: EpisodeContext,
  seat: number,
  status: 'success' | 'failed',
  ended: { readonly seq: number; readonly outcome: ActionOutcome },
): void {
  const cause = [endPlan(context, seat, status, ended.outcome, [ended.seq])];
  if (context.seat(seat).thinking) return;
  setStage(context, seat, 'R', cause);
  context.team.protocolEvents.push({ kind: 'unplanned', seat, cause });
}

/** Logs the end of a seat's plan; returns its `seq`. */
export function endPlan(
  context: EpisodeContext,
  seat: number,
  status: EventOf<'plan.ended'>['status'],
  outcome: ActionOutcome,
  cause: readonly number[],
): number {
  const state = context.seat(seat);
  const { plan } = state;
  if (plan === null) throw new QuorumError('INTERNAL', `Seat ${seat} has no plan that could end.`);
  const { task, done, commitment } = plan;
  const inputs = [commitment, ...cause];
  state.plan = null;
  state.lastPlan = { task, status, outcome, done };
  state.freed = context.emit({ type: 'plan.ended', seat, status, outcome, done, inputs });
  return state.freed;
}

/** Commits a seat to a plan in place of the one it may have, and makes it ready. */
export function commitPlan(
  context: EpisodeContext,
  seat: number,
  { task, actions }: PlanDecision,
  observation: number,
  cause: readonly number[],
): void {
  const state = context.seat(seat);
  if (state.plan !== null) endPlan(context, seat, 'interrupted', 'replaced', cause);
  const commitment = context.emit({
    type: 'plan.committed',
    seat,
    task,
    actions,
    observation,
    inputs: cause,
  });
  state.plan = { commitment, task, actions, done: 0, cause: [commitment] };
  state.assignment = null;
  setStage(context, seat, 'W', [commitment]);
}

/** Starts what is ready to start, just before a tick: flips waiting seats to X, then gives bodies their next actions. */
export function setBodiesGoing(context: EpisodeContext): void {
  const { team, header, simulation } = context;
  // Behind a barrier the last one to become ready is what lets all others go.
  const lastReady = Math.max(...team.seats.map(({ stage, ready }) => (stage === 'W' ? ready : 0)));
  team.seats.forEach(({ stage, ready }, seat) => {
    if (stage !== 'W') return;
    setStage(context, seat, 'X', [header.clock.mode === 'barrier' ? lastReady : ready]);
  });
  team.seats.forEach((state, seat) => {
    const { plan } = state;
    const action = plan?.actions[plan.done];
    if (plan !== null && action !== undefined) {
      if (state.assignment !== null) return;
      state.committed = true;
      simulation.assign(seat, { action, task: plan.task, inputs: plan.cause });
    } else if (state.committed) {
      // The body must not count for a task that nobody means to do any more.
      state.committed = false;
      state.assignment = null;
      simulation.assign(seat, { action: null, task: null, inputs: [state.freed] });
    }
  });
}
