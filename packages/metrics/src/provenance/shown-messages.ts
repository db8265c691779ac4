import type { EventOf, Purpose, QuorumEvent } from '@quorum/events';
import type { Step } from './steps.js';

/**
 * Which deliveries each seat's decisions were shown, by the log's own links: a delivery is named by the observation that
 * shows it, the observation by the activation's start, and that by the end which messages and plans name.
 */
export interface ShownMessages {
  /** Deliveries that no activation has been shown yet, by seat and `seq`. */
  readonly fresh: Deliveries[];
  /** The latest activation of each seat. */
  readonly latest: (ShownActivation | null)[];
}

/** One arrival of a message, and which steps it has been linked to. */
export interface Delivery {
  readonly reached: Step[];
}

type Deliveries = Map<number, Delivery>;

interface ShownActivation {
  readonly start: number;
  readonly purpose: Purpose;
  /** `seq` of its end; -1 before. */
  end: number;
  /** Deliveries among what woke it. */
  readonly wokenBy: readonly Delivery[];
  /** Deliveries that it was shown, and those of the activations of its seat that woke it. */
  readonly deliveries: Deliveries;
}

/** Event types that `noteShown` takes in. */
export const SHOWN_EVENTS = [
  'message.delivered',
  'activation.started',
  'observation.shown',
  'activation.ended',
] as const;

const NOTHING: ReadonlyMap<number, Delivery> = new Map();

export function createShownMessages(seats: number): ShownMessages {
  const places = Array.from({ length: seats });
  return { fresh: places.map(() => new Map<number, Delivery>()), latest: places.map(() => null) };
}

/** Takes in an event; returns how many deliveries it shows for the first time. */
export function noteShown(state: ShownMessages, event: QuorumEvent): number {
  switch (event.type) {
    case 'message.delivered':
      if (event.copy === 1) state.fresh[event.seat]?.set(event.seq, { reached: [] });
      return 0;
    case 'activation.started':
      start(state, event);
      return 0;
    case 'observation.shown':
      return show(state, event);
    case 'activation.ended':
      end(state, event);
      return 0;
    default:
      return 0;
  }
}

function start(
  { fresh, latest }: ShownMessages,
  { seq, seat, inputs, purpose }: EventOf<'activation.started'>,
): void {
  const wokenBy: Delivery[] = [];
  for (const input of inputs) {
    const delivery = fresh[seat]?.get(input);
    if (delivery !== undefined) wokenBy.push(delivery);
  }
  const before = latest[seat];
  const goesOn = before !== null && before !== undefined && inputs.includes(before.end);
  latest[seat] = {
    start: seq,
    purpose,
    end: -1,
    wokenBy,
    // A reply and the plan that follows from it are two activations: the second rests on what the first was shown.
    deliveries: goesOn ? new Map(before.deliveries) : new Map<number, Delivery>(),
  };
}

function end({ latest }: ShownMessages, { seq, seat, inputs }: EventOf<'activation.ended'>): void {
  const activation = latest[seat];
  if (activation !== null && activation !== undefined && inputs.includes(activation.start)) {
    activation.end = seq;
  }
}

function show({ fresh, latest }: ShownMessages, { seat, inputs }: EventOf<'observation.shown'>): number {
  const activation = latest[seat];
  if (activation === null || activation === undefined || inputs[0] !== activation.start) return 0;
  let shown = 0;
  for (const input of inputs) {
    const delivery = fresh[seat]?.get(input);
    if (delivery === undefined) continue;
    fresh[seat]?.delete(input);
    activation.deliveries.set(input, delivery);
    shown += 1;
  }
  return shown;
}

/** The deliveries that a message or plan of the seat rests on, by what it names among its `inputs`. */
export function shownTo(
  shown: ShownMessages,
  seat: number,
  inputs: readonly number[],
): ReadonlyMap<number, Delivery> {
  return activationOf(shown, seat, inputs)?.deliveries ?? NOTHING;
}

/** The activation that decided a message or plan of the seat, by what it names among its `inputs`; null if unknown. */
export function activationOf(
  { latest }: ShownMessages,
  seat: number,
  inputs: readonly number[],
): ShownActivation | null {
  const activation = latest[seat] ?? null;
  return activation !== null && inputs.includes(activation.end) ? activation : null;
}
