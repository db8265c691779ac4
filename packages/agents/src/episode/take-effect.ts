import type { PlanDecision } from '../contract/agent.js';
import { deliver } from './deliver.js';
import type { EpisodeContext } from './episode-context.js';
import type { DecisionEntry, QueueEntry } from './episode-state.js';
import { commitPlan } from './plans.js';
import { sendMessages } from './send.js';
import { spoilDecision } from './spoil.js';
import { setStage } from './stages.js';

/** How long a seat waits whose agent has nothing for it to do, seconds. */
const IDLE_SECONDS = 1;

/** Lets a queue entry happen, now that its time has come. */
export function takeEffect(context: EpisodeContext, entry: QueueEntry): void {
  switch (entry.kind) {
    case 'timeout':
      context.team.protocolEvents.push({ kind: 'timeout', id: entry.id, cause: [] });
      break;
    case 'delivery':
      deliver(context, entry);
      break;
    case 'decision':
      decide(context, entry);
      break;
  }
}

/** The end of an activation, what was forgotten, what is said, then what is planned: in this order in the log. */
function decide(context: EpisodeContext, made: DecisionEntry): void {
  const { seat, purpose } = made;
  const state = context.seat(seat);
  state.thinking = false;
  const ended = logEnd(context, made);
  const entry = spoilDecision(context, made, ended);
  const sentTo = sendMessages(context, entry, ended);

  const plan = newPlan(context, entry);
  const planned = plan !== null;
  if (plan !== null) commitPlan(context, seat, plan, entry.observation, [ended]);
  else setStage(context, seat, state.plan === null ? 'R' : 'W', [ended]);
  for (const { seat: commanded, observation } of entry.commanded) {
    const order = entry.decision?.plans?.find((one) => one.seat === commanded) ?? wait(context);
    commitPlan(context, commanded, order, observation, [ended]);
  }

  // What was only said in a repair is none of the protocol's business; new plans are.
  if (entry.repair === true && !planned) return;
  context.team.protocolEvents.push({ kind: 'decided', seat, purpose, planned, sentTo, cause: [ended] });
  if (entry.hadPlan && state.plan === null) {
    // Its plan ended while it was being asked whether to keep it.
    context.team.protocolEvents.push({ kind: 'unplanned', seat, cause: [state.freed] });
  }
}

/** Logs the end of the activation and takes in what its agent remembers; returns the end's `seq`. */
function logEnd(context: EpisodeContext, entry: DecisionEntry): number {
  const { seat, decision, chargeMicros } = entry;
  const problem = entry.problem ?? decision?.problem;
  const ended = context.emit({
    type: 'activation.ended',
    seat,
    outcome: problem === undefined ? 'decided' : 'invalid',
    chargeMicros,
    ...(problem === undefined ? {} : { problem }),
    inputs: [entry.activation],
  });
  if (decision !== null) context.seat(seat).memory = decision.state;
  for (const { what, reason, ids } of decision?.evicted ?? []) {
    context.emit({ type: 'memory.evicted', seat, what, reason, inputs: [ended, ...ids] });
  }
  return ended;
}

/**
 * The plan that a decision brings where one was asked for, or null to keep the current one. A broken decision changes nothing where there is a
 * plan to keep; otherwise the seat waits a while, as it does when its agent proposes nothing. A plan that is to be
 * repaired is none to keep.
 */
function newPlan(
  context: EpisodeContext,
  { decision, purpose, hadPlan }: DecisionEntry,
): PlanDecision | null {
  if (purpose === 'speak' || purpose === 'reply') return null;
  if (decision?.plan !== undefined) return decision.plan;
  const broken = decision === null || decision.problem !== undefined;
  if (hadPlan && purpose !== 'repair' && (broken || decision.resume === true)) return null;
  return wait(context);
}

function wait({ scenario }: EpisodeContext): PlanDecision {
  return { task: null, actions: [scenario.idle(IDLE_SECONDS)] };
}
