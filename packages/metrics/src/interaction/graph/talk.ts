import type {
  MemoryEvicted,
  MessageDelivered,
  MessageLost,
  MessageRefused,
  MessageSent,
  ObservationShown,
} from '@quorum/events';
import { addEvent, producersOf } from './add-node.js';
import type { ActivationRecord, EventRecord, GraphState, Receipt } from './graph-state.js';
import { addOrigins } from './origins.js';
import { settleWork } from './reachable.js';

/** A message leaves its sender: one event, a receipt for each recipient. */
export function sendMessage(state: GraphState, event: MessageSent): void {
  const { seat, task, work, kind } = event;
  const target = task === null ? undefined : state.tasks.get(task);
  const asked = isRequest(event) && task !== null ? state.seats[seat]?.asked.get(task) : undefined;
  const message = addEvent(state, event, {
    kind: 'message',
    seats: [seat],
    task,
    work,
    quorum: work ? Math.max(1, target?.required ?? 1) : 0,
    hops: asked === undefined ? 0 : asked.hops + 1,
    passesOn: asked ?? null,
    speech: kind,
    producers: producersOf(state, event.inputs),
  });
  for (const to of event.to) addReceipt(message, to, event.seq, false);
  if (work && target?.open === true) target.requests.push(message);
  settleWork(state, message);
  for (const id of message.producers) {
    const activation = state.activations.get(id);
    if (activation !== undefined) activation.outputs += 1;
  }
}

/** Whether a message asks others to act, and is not a proposal to be discussed. */
export function isRequest({ work, kind }: Pick<MessageSent, 'work' | 'kind'>): boolean {
  return work && (kind === 'request' || kind === 'query');
}

/** A message is not taken from its sender. */
export function refuseMessage(state: GraphState, event: MessageRefused): void {
  const producers = producersOf(state, event.inputs);
  const refusal = addEvent(state, event, { kind: 'refusal', seats: [event.seat], producers });
  refusal.outcome = event.reason;
  for (const to of event.to) addReceipt(refusal, to, event.seq, false).fate = 'discarded';
  refusal.open = 0;
}

/** A message arrives: where it was sent to, or where it was handed on to. */
export function deliverMessage(state: GraphState, event: MessageDelivered): void {
  const message = state.nodeOf.get(event.inputs[0] ?? -1);
  if (message?.kind !== 'message') return;
  const handedOn = event.inputs.length > 1 || !isAddressed(message, event.seat);
  const known = handedOn ? undefined : findReceipt(message, event.seat);
  // A further copy of what the seat has already been shown is no news.
  if (known?.fate === 'consumed') return;
  const receipt = known ?? addReceipt(message, event.seat, event.seq, handedOn);
  if (receipt.fate === 'discarded') message.open += 1;
  receipt.fate = 'pending';
  receipt.seq = event.seq;
  receipt.arrived ??= event.time;
  if (handedOn) message.hops += 1;
  state.nodeOf.set(event.seq, message);
  state.seats[event.seat]?.fresh.set(event.seq, { message, receipt });
  settleWork(state, message);
}

/** A message will never reach this recipient. */
export function loseMessage(state: GraphState, event: MessageLost): void {
  const message = state.nodeOf.get(event.inputs[0] ?? -1);
  if (message?.kind !== 'message') return;
  discard(state, message, event.seat, event.seq);
}

/** An agent forgets messages; those that it was never shown are discarded. */
export function evictMessages(state: GraphState, event: MemoryEvicted): void {
  if (event.what !== 'message') return;
  for (const input of event.inputs.slice(1)) {
    const message = state.nodeOf.get(input);
    if (message?.kind === 'message') discard(state, message, event.seat, event.seq);
  }
}

const NOTHING: readonly EventRecord[] = [];

/** An activation is shown messages; what had arrived and is not among them, it passes over. */
export function showMessages(state: GraphState, event: ObservationShown): void {
  const seat = state.seats[event.seat];
  const activation = state.nodeOf.get(event.inputs[0] ?? -1);
  state.justShown = NOTHING;
  if (seat === undefined || activation?.kind !== 'activation') return;
  seat.shown = { seq: event.seq, time: event.time };
  // Who plans for other bodies is shown what they see; that is no activation of theirs.
  if (activation.seat !== event.seat) return;
  const shown: EventRecord[] = [];
  for (const delivery of event.inputs.slice(1)) {
    const letter = seat.fresh.get(delivery) ?? seat.delayed.get(delivery);
    if (letter === undefined) continue;
    seat.fresh.delete(delivery);
    seat.delayed.delete(delivery);
    if (letter.receipt.fate !== 'pending') continue;
    consume(state, activation, letter.message, letter.receipt, event.seq);
    shown.push(letter.message);
  }
  state.justShown = shown;
  if (seat.fresh.size === 0) return;
  for (const [delivery, letter] of seat.fresh) {
    letter.receipt.delayedAt ??= activation.id;
    if (letter.receipt.fate === 'pending') seat.delayed.set(delivery, letter);
  }
  seat.fresh.clear();
}

function consume(
  state: GraphState,
  activation: ActivationRecord,
  message: EventRecord,
  receipt: Receipt,
  seq: number,
): void {
  receipt.fate = 'consumed';
  receipt.seq = seq;
  receipt.activation = activation.id;
  message.open -= 1;
  message.consumed += 1;
  activation.consumed.push(message.id);
  activation.messages += 1;
  for (const id of message.producers) {
    activation.depth = Math.max(activation.depth, 1 + (state.activations.get(id)?.depth ?? 0));
  }
  addOrigins(state, activation, message.producers);
  settleWork(state, message);
  if (message.task === null || !message.work) return;
  if (message.speech === 'request' || message.speech === 'query') {
    state.seats[activation.seat]?.asked.set(message.task, message);
  }
}

function addReceipt(message: EventRecord, seat: number, seq: number, handedOn: boolean): Receipt {
  const receipt: Receipt = {
    seat,
    fate: 'transit',
    handedOn,
    implicit: false,
    seq,
    arrived: null,
    activation: null,
    delayedAt: null,
  };
  message.receipts.push(receipt);
  message.open += 1;
  return receipt;
}

const isAddressed = (message: EventRecord, seat: number): boolean =>
  message.receipts.some((receipt) => receipt.seat === seat && !receipt.handedOn);

const findReceipt = (message: EventRecord, seat: number): Receipt | undefined =>
  message.receipts.find((receipt) => receipt.seat === seat && !receipt.handedOn);

function discard(state: GraphState, message: EventRecord, seat: number, seq: number): void {
  const receipt = findReceipt(message, seat);
  if (receipt === undefined || receipt.fate === 'consumed' || receipt.fate === 'discarded') return;
  receipt.fate = 'discarded';
  receipt.seq = seq;
  message.open -= 1;
  settleWork(state, message);
}
