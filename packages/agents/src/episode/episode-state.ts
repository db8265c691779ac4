import type { Action, ActionOutcome, Json, Purpose, Stage } from '@quorum/events';
import type { SimulationState } from '@quorum/env';
import { FRESH_LEDGER, type TalkLedger } from '../channel/budget.js';
import { FRESH_GATE, type GateRecord } from '../channel/gate-record.js';
import type { LastDelivery } from '../channel/transmit.js';
import type { Decision, PlanEnd } from '../contract/agent.js';
import type { Message } from '../contract/message.js';
import type { Intervention } from '../contract/observer.js';
import type { ProtocolEvent } from '../contract/protocol.js';
import type { Graph } from '../contract/topology.js';

/** The plan a seat is committed to. */
interface PlanState {
  /** `seq` of its `plan.committed`. */
  readonly commitment: number;
  readonly task: string | null;
  readonly actions: readonly Action[];
  /** Actions that have succeeded. */
  done: number;
  /** Events behind its next assignment. */
  cause: readonly number[];
}

/** A message that has arrived and has not been shown yet. */
interface Letter {
  /** `seq` of its delivery. */
  readonly delivered: number;
  readonly message: Message;
}

/** The cognitive side of one seat. */
export interface SeatState {
  stage: Stage;
  /** `seq` of the event that made it ready (stage W). */
  ready: number;
  /** What its agent remembers; absent before its first activation. */
  memory?: Json;
  /** Activations so far. */
  activations: number;
  /** An activation has begun and its decision has not taken effect yet. */
  thinking: boolean;
  plan: PlanState | null;
  lastPlan: PlanEnd | null;
  /** `seq` of the assignment that its body carries out, or null. */
  assignment: number | null;
  /** The world counts it as committed to a plan. */
  committed: boolean;
  /** `seq` of the end of its last plan. */
  freed: number;
  readonly inbox: Letter[];
  /** Why observers want it to think again; null once it has been called. */
  notice: string | null;
  /** What it has said, as budgets count it. */
  ledger: TalkLedger;
  /** What gates need to know of it; kept only where the channel has a gate. */
  gate: GateRecord;
  /** Messages sent so far. */
  sent: number;
  /** When its last message reaches each seat. */
  lastDelivery: LastDelivery;
  /** How its assignment ended, until the plan has taken that in. */
  ended: { readonly seq: number; readonly outcome: ActionOutcome } | null;
}

/** A seat that another one plans for, and the `seq` of what was shown of it. */
export interface Commanded {
  readonly seat: number;
  readonly observation: number;
}

/** A decision on its way: made, charged, not yet in effect. */
export interface DecisionEntry {
  readonly kind: 'decision';
  /** Virtual time at which it takes effect, microseconds. */
  readonly time: number;
  readonly seat: number;
  readonly purpose: Purpose;
  /** `seq` of its `activation.started` and `observation.shown`. */
  readonly activation: number;
  readonly observation: number;
  readonly chargeMicros: number;
  /** The seat had a plan when it was asked. */
  readonly hadPlan: boolean;
  /** Seats that it may address. */
  readonly to: readonly number[];
  /** It may speak. */
  readonly gateOpen: boolean;
  readonly commanded: readonly Commanded[];
  /** It was asked for in a repair, not by the protocol, which does not hear of it. */
  readonly repair?: true;
  /** Null where it broke the contract. */
  readonly decision: Decision | null;
  /** How it broke the contract. */
  readonly problem: string | null;
}

/** The end of a wait that the protocol asked for. Belongs to no seat, so it comes before all of its instant. */
interface TimeoutEntry {
  readonly kind: 'timeout';
  readonly time: number;
  readonly seat: -1;
  readonly id: string;
}

/** A message as it leaves its sender, and the purpose of the activation that sent it. */
export interface SentMessage extends Omit<Message, 'delivered'> {
  readonly sentFor: Purpose;
}

/** A message on its way to one recipient. */
export interface DeliveryEntry {
  readonly kind: 'delivery';
  /** Virtual time at which it arrives, microseconds. */
  readonly time: number;
  /** The recipient. */
  readonly seat: number;
  readonly message: SentMessage;
  readonly copy: number;
  /** What arrives in place of the text; null if that arrives as it is. */
  readonly corrupted: string | null;
  /** Who seems to have sent it, where that is somebody else. */
  readonly seeming?: number;
  /** It was said in a repair: the protocol does not hear of it. */
  readonly repair?: true;
}

/** Members of a repair that speak before they think again. */
export interface RepairRound {
  /** `seq` of the comparison that called for it. */
  readonly checked: number;
  readonly members: readonly number[];
  /** Those who have yet to speak, in order. */
  readonly speakers: readonly number[];
}

export type QueueEntry = DecisionEntry | DeliveryEntry | TimeoutEntry;

/** An intervention that waits for the next tick boundary. */
interface PendingIntervention {
  readonly source: string;
  readonly intervention: Intervention;
}

/** All that changes in the cognitive layer, as plain JSON. */
export interface TeamState {
  /** What pauses for thinking have added to body time, microseconds. */
  pauseMicros: number;
  /** Next event number. */
  nextSeq: number;
  /** Calls and tokens that models have taken so far. */
  readonly spent: { calls: number; tokens: number };
  /** Ordered by time, then seat, then age. */
  readonly queue: QueueEntry[];
  readonly seats: SeatState[];
  /** The graph that the protocol was begun with. */
  startGraph: Graph;
  protocol: Json;
  /** Events that the protocol has not seen yet. */
  protocolEvents: ProtocolEvent[];
  interventions: PendingIntervention[];
  /** Hashes of the observation parts that the log holds, oldest first. */
  readonly shown: string[];
  /** What the injected fault keeps; absent without one. */
  fault?: Json;
  /** What the repair policy keeps, and the repair under way; absent without one. */
  repair?: { state: Json; round: RepairRound | null };
}

/** All that changes in an episode: with its header and its log so far, everything needed to go on. */
export interface EpisodeState {
  readonly simulation: SimulationState;
  readonly team: TeamState;
}

/** A deep copy. */
export function copyTeam(team: TeamState): TeamState {
  // The hashes are by far the longest part and strings need no cloning.
  return { ...structuredClone({ ...team, shown: [] }), shown: [...team.shown] };
}

/** The team before the first tick: everybody reasons, nobody has a plan. Graph and protocol have yet to be set. */
export function startTeam(seats: number): TeamState {
  return {
    pauseMicros: 0,
    nextSeq: 0,
    spent: { calls: 0, tokens: 0 },
    queue: [],
    seats: Array.from({ length: seats }, () => ({
      stage: 'R',
      ready: 0,
      activations: 0,
      thinking: false,
      plan: null,
      lastPlan: null,
      assignment: null,
      committed: false,
      freed: 0,
      inbox: [],
      notice: null,
      ledger: FRESH_LEDGER,
      gate: FRESH_GATE,
      sent: 0,
      lastDelivery: Array.from({ length: seats }, () => 0),
      ended: null,
    })),
    startGraph: { out: [], parents: null },
    protocol: null,
    protocolEvents: [],
    interventions: [],
    shown: [],
  };
}
