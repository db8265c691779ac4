import type { QuorumEvent } from '@quorum/events';

/**
 * Which deliveries each seat's decisions were shown, by the log's own links: a delivery is named by the observation that
 * shows it, the observation by the activation's start, and that by the end which messages and plans name.
 */
export interface ShownMessages {
  /** Deliveries (`seq`) that no activation has been shown yet, by seat. */
  readonly fresh: Set<number>[];
  /** The latest activation of each seat. */
  readonly latest: (ShownActivation | null)[];
}

interface ShownActivation {
  readonly start: number;
  /** `seq` of its end; -1 before. */
  end: number;
  /** Deliveries that it was shown, and those of the activations of its seat that woke it. */
  readonly deliveries: Set<number>;
}

/** Event types that `noteShown` takes in. */
export const SHOWN_EVENTS = [
  'message.delivered',
  'activation.started',
  'observation.shown',
  'activation.ended',
] as const;

const NOTHING: ReadonlySet<number> = new Set();

export function createShownMessages(seats: number): ShownMessages {
  const places = Array.from({ length: seats });
  return { fresh: places.map(() => new Set()), latest: places.map(() => null) };
}

/** Takes in an event. */
export function noteShown({ fresh, latest }: ShownMessages, event: QuorumEvent): void {
  if (event.type === 'message.delivered') {
    if (event.copy === 1) fresh[event.seat]?.add(event.seq);
  } else if (event.type === 'activation.started') {
    const before = latest[event.seat];
    const goesOn = before !== null && before !== undefined && event.inputs.includes(before.end);
    // A reply and the plan that follows from it are two activations: the second rests on what the first was shown.
    const deliveries = new Set(goesOn ? before.deliveries : NOTHING);
    latest[event.seat] = { start: event.seq, end: -1, deliveries };
  } else if (event.type === 'observation.shown') {
    const activation = latest[event.seat];
    if (activation?.start !== event.inputs[0]) return;
    for (const input of event.inputs) {
      if (fresh[event.seat]?.delete(input) === true) activation?.deliveries.add(input);
    }
  } else if (event.type === 'activation.ended') {
    const activation = latest[event.seat];
    if (activation !== null && activation !== undefined && event.inputs.includes(activation.start)) {
      activation.end = event.seq;
    }
  }
}

/** The deliveries that a message or plan of the seat rests on, by what it names among its `inputs`. */
export function shownTo(
  { latest }: ShownMessages,
  seat: number,
  inputs: readonly number[],
): ReadonlySet<number> {
  const activation = latest[seat];
  if (activation === null || activation === undefined || !inputs.includes(activation.end)) return NOTHING;
  return activation.deliveries;
}
