import type { PlanDecision } from '../contract/agent.js';
import type { EpisodeContext } from './episode-context.js';
import type { DecisionEntry, QueueEntry } from './episode-state.js';
import { commitPlan } from './plans.js';
import { setStage } from './stages.js';

/** How long a seat waits whose agent has nothing for it to do, seconds. */
const IDLE_SECONDS = 1;

/** Lets a queue entry happen, now that its time has come. */
export function takeEffect(context: EpisodeContext, entry: QueueEntry): void {
  if (entry.kind === 'timeout') {
    context.team.protocolEvents.push({ kind: 'timeout', id: entry.id, cause: [] });
  } else {
    decide(context, entry);
  }
}

function decide(context: EpisodeContext, entry: DecisionEntry): void {
  const { seat, purpose, decision, problem, chargeMicros } = entry;
  const state = context.seat(seat);
  state.thinking = false;
  const ended = context.emit({
    type: 'activation.ended',
    seat,
    outcome: decision === null ? 'invalid' : 'decided',
    chargeMicros,
    ...(problem === null ? {} : { problem }),
    inputs: [entry.activation],
  });
  if (decision !== null) {
    state.memory = decision.state;
    refuseMessages(context, entry, ended);
  }

  const plan = newPlan(context, entry);
  const planned = plan !== null;
  if (plan !== null) commitPlan(context, seat, plan, entry.observation, [ended]);
  else setStage(context, seat, state.plan === null ? 'R' : 'W', [ended]);
  context.team.protocolEvents.push({ kind: 'decided', seat, purpose, planned, sentTo: [], cause: [ended] });
  if (entry.hadPlan && state.plan === null) {
    // Its plan ended while it was being asked whether to keep it.
    context.team.protocolEvents.push({ kind: 'unplanned', seat, cause: [state.freed] });
  }
}

/**
 * The plan that a decision brings, or null to keep the current one. A broken decision changes nothing where there is a
 * plan to keep; otherwise the seat waits a while, as it does when its agent proposes nothing. A plan that is to be
 * repaired is none to keep.
 */
function newPlan(
  context: EpisodeContext,
  { decision, purpose, hadPlan }: DecisionEntry,
): PlanDecision | null {
  if (decision?.plan !== undefined) return decision.plan;
  if (purpose === 'speak' || purpose === 'reply') return null;
  if (hadPlan && purpose !== 'repair' && (decision === null || decision.resume === true)) return null;
  return { task: null, actions: [context.scenario.idle(IDLE_SECONDS)] };
}

function refuseMessages(context: EpisodeContext, { seat, decision }: DecisionEntry, ended: number): void {
  for (const message of decision?.messages ?? []) {
    const to = Array.isArray(message.to) ? message.to : [];
    context.emit({ type: 'message.refused', seat, to, reason: 'outside_topology', inputs: [ended] });
  }
}
