import type { EventOf, QuorumEvent } from '@quorum/events';

/** Why something is said: what woke the activation that decided it. */
export const TRIGGERS = [
  /** The seat was interrupted in its plan. */
  'interrupt',
  /** A message had arrived. */
  'reply',
  /** Its plan had been checked and found wanting. */
  'repair',
  /** What it saw: its plan was over, it was its turn, or the episode began. */
  'observation',
] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** Each trigger in words, for columns. */
export const triggerWords: Readonly<Record<Trigger, string>> = {
  interrupt: 'an interrupt',
  reply: 'a message',
  repair: 'a plan that was found wanting',
  observation: 'what the sender saw',
};

/** An activation and what woke it. */
interface Triggered {
  readonly start: number;
  /** `seq` of its end; -1 before. */
  end: number;
  readonly trigger: Trigger;
}

/** What triggered the latest activation of each seat. */
export interface Triggers {
  /** Arrivals (`seq`) since each seat's latest activation. */
  readonly arrived: Set<number>[];
  readonly latest: (Triggered | null)[];
}

/** Event types that `noteTriggers` takes in. */
export const TRIGGER_EVENTS = ['message.delivered', 'activation.started', 'activation.ended'] as const;

export function createTriggers(seats: number): Triggers {
  const places = Array.from({ length: seats });
  return { arrived: places.map(() => new Set<number>()), latest: places.map(() => null) };
}

/** Takes in an event. */
export function noteTriggers(state: Triggers, event: QuorumEvent): void {
  if (event.type === 'message.delivered') {
    state.arrived[event.seat]?.add(event.seq);
  } else if (event.type === 'activation.started') {
    const { seq, seat } = event;
    state.latest[seat] = { start: seq, end: -1, trigger: triggerOf(state, event) };
    state.arrived[seat]?.clear();
  } else if (event.type === 'activation.ended') {
    const activation = state.latest[event.seat];
    if (activation !== null && activation !== undefined && event.inputs.includes(activation.start)) {
      activation.end = event.seq;
    }
  }
}

/** What triggered a message of the seat, by what it names among its `inputs`. */
export function triggerFor({ latest }: Triggers, seat: number, inputs: readonly number[]): Trigger {
  const activation = latest[seat];
  if (activation === null || activation === undefined) return 'observation';
  return inputs.includes(activation.end) ? activation.trigger : 'observation';
}

function triggerOf({ arrived }: Triggers, { seat, purpose, inputs }: EventOf<'activation.started'>): Trigger {
  if (purpose === 'interrupt' || purpose === 'reply' || purpose === 'repair') return purpose;
  return inputs.some((input) => arrived[seat]?.has(input) === true) ? 'reply' : 'observation';
}
