import type { Json } from '@quorum/events';
import { createRng } from '@quorum/env';
import { refusalFor } from '../channel/budget.js';
import type { Outcome } from '../channel/transmit.js';
import type { FaultView, Spoilt } from '../contract/fault.js';
import type { EpisodeContext } from './episode-context.js';
import type { DecisionEntry, SentMessage } from './episode-state.js';
import { progress } from './view-team.js';

/** Who cannot even say this has used up its budget. */
const ONE_WORD = { tokens: 1, bytes: 1 };

/** What the episode's fault begins with; undefined without one. */
export function startFault(context: EpisodeContext): Json | undefined {
  return context.fault?.init(viewFault(context));
}

/**
 * Lets the episode's fault, if any, spoil a decision that is about to take effect. What its agent remembers stays.
 *
 * @param ended `seq` of the end of the activation
 */
export function spoilDecision(context: EpisodeContext, entry: DecisionEntry, ended: number): DecisionEntry {
  const { decision, seat, purpose, activation } = entry;
  const { fault, links, channel, simulation } = context;
  if (fault?.decision === undefined || decision === null) return entry;
  const contacts = links.graph.out[seat] ?? [];
  const { ledger } = context.seat(seat);
  const maySpeak = entry.gateOpen && refusalFor(channel, ledger, simulation.tick, ONE_WORD) === null;
  const to = maySpeak ? entry.to.filter((addressee) => contacts.includes(addressee)) : [];
  const made = { seat, purpose, activation, to, decision };
  const spoilt = fault.decision(context.team.fault ?? null, made, viewFault(context));
  return spoilt === null ? entry : { ...entry, decision: strike(context, spoilt, ended) };
}

/** Lets the episode's fault, if any, spoil what becomes of a message. */
export function spoilOutcomes(
  context: EpisodeContext,
  message: SentMessage,
  outcomes: readonly Outcome[],
): readonly Outcome[] {
  const { fault } = context;
  if (fault?.outcomes === undefined) return outcomes;
  const spoilt = fault.outcomes(context.team.fault ?? null, { message, outcomes }, viewFault(context));
  return spoilt === null ? outcomes : strike(context, spoilt, message.id);
}

/** Logs the ground truth. */
function strike<T>(context: EpisodeContext, spoilt: Spoilt<T>, cause: number): T {
  const { state, value, seat, task, note } = spoilt;
  const { name = '' } = context.fault ?? {};
  context.team.fault = state;
  context.emit({ type: 'fault.injected', seat, fault: name, task, note, inputs: [cause] });
  return value;
}

function viewFault(context: EpisodeContext): FaultView {
  const { scenario, channel, header, simulation, team, now } = context;
  return {
    scenario,
    channel,
    options: header.fault?.options ?? {},
    time: now,
    tick: simulation.tick,
    nextSeq: team.nextSeq,
    seats: team.seats.map(({ stage, plan }, seat) => ({
      stage,
      plan: progress(context, seat),
      planned: plan?.commitment ?? null,
    })),
    proposals: (seat) => scenario.proposals(simulation.observe(seat, true)),
    judge: (claim) => simulation.judge(claim),
    rng: (...names) => createRng(header.seed, 'fault', header.repeat, ...names),
  };
}
