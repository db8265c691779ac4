import type { EpisodeHeader, EpisodeStatus, MessageKind, Purpose } from '@quorum/events';
import type { EventKind } from './graph.js';

/** What became of an event at one recipient. */
export interface Receipt {
  readonly seat: number;
  /** On its way, arrived but not shown, shown, or out of reach for good. */
  fate: 'transit' | 'pending' | 'consumed' | 'discarded';
  /** Handed on to a seat that it was not sent to. */
  readonly handedOn: boolean;
  /** Not told: seen in the world. */
  readonly implicit: boolean;
  /** `seq` of what settled it last. */
  seq: number;
  /** Virtual time of its arrival, microseconds; null before. */
  arrived: number | null;
  /** The activation that was shown it. */
  activation: number | null;
  /** The first activation that began without being shown it although it had arrived. */
  delayedAt: number | null;
}

/** An event node as it grows. */
export interface EventRecord {
  readonly kind: EventKind;
  readonly id: number;
  readonly tick: number;
  readonly time: number;
  /** Whose it is: the sender, whose plan or action, who took part. */
  seats: readonly number[];
  readonly origin: 'team' | 'world' | 'system';
  readonly task: string | null;
  readonly work: boolean;
  quorum: number;
  hops: number;
  /** The request that this one passes on: its sender had been asked for the same and has not taken it up. */
  readonly passesOn: EventRecord | null;
  readonly speech: MessageKind | null;
  outcome: string | null;
  /** Virtual time of the end of a plan, microseconds; null before, and for everything else. */
  ended: number | null;
  /** Activations that brought it about. */
  producers: readonly number[];
  readonly receipts: Receipt[];
  /** Recipients that it may still be shown to. */
  open: number;
  /** Recipients that were shown it. */
  consumed: number;
  /** It is reachable work: in R(t). */
  reachable: boolean;
}

/** An activation node as it grows. */
export interface ActivationRecord {
  readonly kind: 'activation';
  readonly id: number;
  readonly seat: number;
  readonly purpose: Purpose;
  readonly tick: number;
  readonly time: number;
  end: { readonly seq: number; readonly tick: number; readonly time: number } | null;
  outcome: 'decided' | 'invalid' | 'error' | null;
  /** Activations whose end woke it. */
  wokenBy: readonly number[];
  /** Events that it was told of: messages that it was shown, its own plan that ended, an observer's call. */
  consumed: number[];
  /** What others had done to the world and it could see. */
  perceived: number[];
  /** Messages shown to it. */
  messages: number;
  /** Messages and plans for a task that it brought about. */
  outputs: number;
  /** Messages, each consumed before the next was sent, on the longest chain that ends here. */
  depth: number;
  /** First activations of the chains that end here, ascending; null where they are too many to tell apart. */
  origins: readonly number[] | null;
}

/** The plan that a seat is committed to. */
export interface CurrentPlan {
  readonly seq: number;
  readonly task: string | null;
  /** When what it rests on was seen: `seq` of the observation and virtual time in microseconds. */
  readonly observation: number;
  readonly observed: number;
}

/** A seat, now. */
export interface SeatState {
  /** Its activation under way. */
  running: ActivationRecord | null;
  /** When it was last shown something: `seq` and virtual time. */
  shown: { readonly seq: number; readonly time: number } | null;
  plan: CurrentPlan | null;
  /** Deliveries (`seq`) that no activation has passed over yet. */
  readonly fresh: Map<number, { readonly message: EventRecord; readonly receipt: Receipt }>;
  /** Deliveries that an activation has begun without. */
  readonly delayed: Map<number, { readonly message: EventRecord; readonly receipt: Receipt }>;
  /** The last request about a task that it was shown, while it has not taken the task up. */
  readonly asked: Map<string, EventRecord>;
  /** How many of a body's effects it has had the chance to see. */
  readonly seen: Map<string, number>;
}

/** A task, now. */
export interface TaskState {
  readonly id: string;
  readonly body: string;
  readonly node: EventRecord;
  /** Agents needed now, blocks in the way included. */
  required: number;
  open: boolean;
  /** Completing it gives points: somebody has to. */
  readonly work: boolean;
  /** Seats whose plan targets it. */
  readonly committed: Set<number>;
  /** Since when nobody's plan targets it: tick and virtual time. */
  emptySince: { readonly tick: number; readonly time: number };
  /** Work messages about it, not all of them settled. */
  readonly requests: EventRecord[];
}

/** What was done to a body. */
export interface BodyState {
  /** Attempts on it and its delivery. */
  readonly effects: EventRecord[];
  /** Times at which it was moved or left the world: `seq`, virtual time, and by whom. */
  readonly changes: { readonly seq: number; readonly time: number; readonly seats: readonly number[] }[];
}

/**
 * The graph as it grows, and what is true now. Plain data; every event adds a bounded amount. It grows with messages,
 * activations and what they bring about, not with ticks.
 */
export interface GraphState {
  readonly seats: readonly SeatState[];
  readonly activations: Map<number, ActivationRecord>;
  readonly events: Map<number, EventRecord>;
  /** The node that an event of the log belongs to, by `seq`: a plan's end to the plan, a delivery to the message. */
  readonly nodeOf: Map<number, ActivationRecord | EventRecord>;
  readonly tasks: Map<string, TaskState>;
  readonly bodies: Map<string, BodyState>;
  /** Tasks that are open and give points. */
  openTasks: number;
  /** Work messages that may still be consumed and have not been by enough seats. */
  openRequests: number;
  /** Activations under way. */
  running: number;
  /** Attempts under way. */
  attempts: number;
  /** Seats whose plan is for a task. */
  engaged: number;
  /** Virtual time of the last event that moved the episode on: something said, planned for a task, or done. */
  lastActive: number;
  /** Its `seq`. */
  lastActiveSeq: number;
  /** Longest activation so far, microseconds. */
  longestActivation: number;
  /** Messages that the last `observation.shown` showed for the first time. */
  justShown: readonly EventRecord[];
  status: EpisodeStatus | null;
  /** Virtual time of the last event that it took in, microseconds. */
  time: number;
}

/** An empty graph. */
export function createGraph({ team }: Pick<EpisodeHeader, 'team'>): GraphState {
  return {
    seats: team.map(() => ({
      running: null,
      shown: null,
      plan: null,
      fresh: new Map(),
      delayed: new Map(),
      asked: new Map(),
      seen: new Map(),
    })),
    activations: new Map(),
    events: new Map(),
    nodeOf: new Map(),
    tasks: new Map(),
    bodies: new Map(),
    openTasks: 0,
    openRequests: 0,
    running: 0,
    attempts: 0,
    engaged: 0,
    lastActive: 0,
    lastActiveSeq: 0,
    longestActivation: 0,
    justShown: [],
    status: null,
    time: 0,
  };
}
