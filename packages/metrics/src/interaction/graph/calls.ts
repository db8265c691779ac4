import type { ActivationEnded, ActivationStarted } from '@quorum/events';
import type { ActivationRecord, EventRecord, GraphState } from './graph-state.js';
import { inheritOrigins } from './origins.js';
import { perceiveRemoval } from './perceive.js';

/** An activation begins. What woke it is consumed, except for messages: those count when they are shown. */
export function startActivation(state: GraphState, event: ActivationStarted): void {
  const activation: ActivationRecord = {
    kind: 'activation',
    id: event.seq,
    seat: event.seat,
    purpose: event.purpose,
    tick: event.tick,
    time: event.time,
    end: null,
    outcome: null,
    wokenBy: [],
    consumed: [],
    perceived: [],
    messages: 0,
    outputs: 0,
    depth: 0,
    origins: [event.seq],
  };
  state.activations.set(event.seq, activation);
  state.nodeOf.set(event.seq, activation);
  const seat = state.seats[event.seat];
  if (seat !== undefined) {
    if (seat.running === null) state.running += 1;
    seat.running = activation;
  }
  for (const input of event.inputs) {
    const cause = state.nodeOf.get(input);
    if (cause === undefined) continue;
    if (cause.kind === 'activation') continueFrom(activation, cause);
    else if (cause.kind === 'plan') resume(state, activation, cause, event.seq);
    else if (cause.kind === 'intervention') consume(activation, cause, event.seq);
  }
  inheritOrigins(state, activation);
}

/** The activation's decision takes effect, or it failed. */
export function endActivation(state: GraphState, event: ActivationEnded): void {
  const seat = state.seats[event.seat];
  const activation = state.nodeOf.get(event.inputs[0] ?? -1);
  if (activation?.kind !== 'activation' || activation.end !== null) return;
  activation.end = { seq: event.seq, tick: event.tick, time: event.time };
  activation.outcome = event.outcome;
  state.nodeOf.set(event.seq, activation);
  state.longestActivation = Math.max(state.longestActivation, event.time - activation.time);
  if (seat?.running !== activation) return;
  seat.running = null;
  state.running -= 1;
}

/** The seat goes on from an activation before, or somebody's end gave it the turn. */
function continueFrom(activation: ActivationRecord, before: ActivationRecord): void {
  activation.wokenBy = [...activation.wokenBy, before.id];
  if (before.seat === activation.seat) activation.depth = Math.max(activation.depth, before.depth);
}

/** A plan has ended and its seat thinks again. */
function resume(state: GraphState, activation: ActivationRecord, plan: EventRecord, seq: number): void {
  consume(activation, plan, seq);
  for (const id of plan.producers) {
    activation.depth = Math.max(activation.depth, state.activations.get(id)?.depth ?? 0);
  }
  if (plan.outcome === 'target_gone') perceiveRemoval(state, activation, plan.task, seq);
}

function consume(activation: ActivationRecord, event: EventRecord, seq: number): void {
  activation.consumed.push(event.id);
  event.consumed += 1;
  event.receipts.push({
    seat: activation.seat,
    fate: 'consumed',
    handedOn: false,
    implicit: false,
    seq,
    arrived: activation.time,
    activation: activation.id,
    delayedAt: null,
  });
}
