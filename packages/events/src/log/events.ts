import type { Json, JsonObject } from '../core/json.js';
import type {
  ActionOutcome,
  ClaimVerdict,
  Constraint,
  EpisodeStatus,
  EvictionReason,
  MessageKind,
  MessageLoss,
  MessageRefusal,
  ModelOutcome,
  Purpose,
  RepairOutcome,
  Stage,
} from './outcomes.js';

/** What every event carries. */
export interface Envelope {
  /** Position in the log, from 0, without gaps. */
  readonly seq: number;
  /** Physics steps done when it happened. */
  readonly tick: number;
  /** Virtual time in microseconds: body time plus charged thinking. */
  readonly time: number;
  /** Earlier events (`seq`) that it used or that triggered it: provenance, not effect. */
  readonly inputs: readonly number[];
}

interface OfSeat {
  /** Place in the team, from 0. */
  readonly seat: number;
}

/** An axis-aligned rectangle in metres: centre and full side lengths. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A named part of the floor, for example the goal. */
export interface Region extends Rect {
  readonly id: string;
  readonly kind: 'goal' | 'zone';
}

/** The floor plan, once, before any body. Origin bottom left, x right, y up, metres. */
export interface WorldLayout extends Envelope {
  readonly type: 'world.layout';
  readonly arena: { readonly width: number; readonly height: number };
  readonly regions: readonly Region[];
}

/** Outline of a body, metres. */
export type Shape =
  | { readonly kind: 'disc'; readonly radius: number }
  | { readonly kind: 'box'; readonly width: number; readonly height: number };

/** A body enters. Its index in `frames.bin` is the number of bodies added before it. */
export interface BodyAdded extends Envelope {
  readonly type: 'world.bodyAdded';
  readonly body: string;
  readonly kind: 'agent' | 'block';
  readonly shape: Shape;
  readonly x: number;
  readonly y: number;
  /** The seat that drives it. */
  readonly seat?: number;
  /** Agents needed to move it. */
  readonly weight?: number;
}

/** A body leaves for good. */
export interface BodyRemoved extends Envelope {
  readonly type: 'world.bodyRemoved';
  readonly body: string;
  readonly reason: 'delivered';
}

/** Proof of state, every 60 ticks and at the end. */
export interface WorldHash extends Envelope {
  readonly type: 'world.hash';
  /** SHA-256 (first 32 hex digits) of body poses, velocities and scenario state. */
  readonly state: string;
  /** SHA-256 of all bytes of the file up to this value; set by the log writer. */
  readonly digest: string;
}

/** Cooperative work becomes possible. */
export interface TaskOpened extends Envelope {
  readonly type: 'task.opened';
  readonly task: string;
  readonly body: string;
  /** Agents needed when nothing else is in the way. */
  readonly required: number;
  /** Points for completing it. */
  readonly value: number;
}

/** Cooperative work is over, by this task or by a sibling task on the same body. */
export interface TaskClosed extends Envelope {
  readonly type: 'task.closed';
  readonly task: string;
  readonly outcome: 'completed' | 'superseded';
}

/** An action as plans and assignments carry it: a type and its parameters. */
export interface Action extends JsonObject {
  readonly type: string;
}

/** The one input of a simulation; null takes the current action away. Logged before it takes effect. */
export interface ActionAssigned extends Envelope, OfSeat {
  readonly type: 'action.assigned';
  readonly action: Action | null;
  /** The task that the current plan serves, which is what `participation` counts. */
  readonly task: string | null;
}

/** A controller has planned (or re-planned) a way: waypoints in metres. */
export interface ActionPath extends Envelope, OfSeat {
  readonly type: 'action.path';
  readonly path: readonly (readonly [number, number])[];
}

/** An action is over. `inputs` names its assignment. */
export interface ActionEnded extends Envelope, OfSeat {
  readonly type: 'action.ended';
  readonly action: string;
  readonly outcome: ActionOutcome;
}

/** The first agent begins the terminal action of a task. */
export interface AttemptStarted extends Envelope {
  readonly type: 'attempt.started';
  readonly task: string;
  readonly required: number;
  readonly seats: readonly number[];
}

/** Agents joined or left an open attempt. `inputs` names its start. */
export interface AttemptChanged extends Envelope {
  readonly type: 'attempt.changed';
  readonly task: string;
  readonly seats: readonly number[];
}

/** The last agent stopped the terminal action, or the task closed. `inputs` names its start. */
export interface AttemptEnded extends Envelope {
  readonly type: 'attempt.ended';
  readonly task: string;
  /** Everybody who took part. */
  readonly seats: readonly number[];
  /** The attempt moved its body by at least 0.1 m in the wanted direction (grid: by a cell), or completed the task. */
  readonly success: boolean;
  /** Distance the body moved in the wanted direction, metres. */
  readonly moved: number;
}

/** A cooperation constraint of a task holds to another degree than before: `count` of `required`. */
export interface ConstraintChanged extends Envelope {
  readonly type: 'constraint.changed';
  readonly task: string;
  readonly constraint: Constraint;
  readonly count: number;
  readonly required: number;
  /** The seats counted. */
  readonly seats: readonly number[];
}

/** Measured contact force on a task's face over the friction it has to beat, in steps of 0.05. */
export interface ConstraintForce extends Envelope {
  readonly type: 'constraint.force';
  readonly task: string;
  readonly forceShare: number;
}

/** A seat gains or loses a capability that tasks may depend on. */
export interface CapabilityChanged extends Envelope, OfSeat {
  readonly type: 'capability.changed';
  readonly capability: string;
  readonly change: 'gained' | 'lost';
}

/** Points. */
export interface ScoreChanged extends Envelope {
  readonly type: 'score.changed';
  readonly task: string;
  readonly points: number;
  readonly total: number;
  /** Most points that this episode can give. */
  readonly max: number;
  /** Seats that executed the terminal action at that moment. */
  readonly seats: readonly number[];
}

/** A call of an agent begins. `inputs`: what woke it. */
export interface ActivationStarted extends Envelope, OfSeat {
  readonly type: 'activation.started';
  readonly purpose: Purpose;
}

/** The call's decision takes effect. `inputs` names its start. */
export interface ActivationEnded extends Envelope, OfSeat {
  readonly type: 'activation.ended';
  /** `invalid`: the decision broke the contract and the seat waits instead. */
  readonly outcome: 'decided' | 'invalid' | 'error';
  readonly chargeMicros: number;
  /** What was wrong with it. */
  readonly problem?: string;
}

/** A seat changes its cognitive stage. */
export interface ActivationStage extends Envelope, OfSeat {
  readonly type: 'activation.stage';
  readonly stage: Stage;
}

/** A piece of what agents are shown, stored once under its hash. */
export interface ObservationContent extends Envelope {
  readonly type: 'observation.content';
  readonly hash: string;
  readonly content: Json;
}

/** What an agent was shown: hash of each part, in order. `inputs`: the activation, then the deliveries it was shown. */
export interface ObservationShown extends Envelope, OfSeat {
  readonly type: 'observation.shown';
  readonly parts: Readonly<Record<string, string>>;
}

/** A plan takes effect: a task and its ordered actions. */
export interface PlanCommitted extends Envelope, OfSeat {
  readonly type: 'plan.committed';
  readonly task: string | null;
  readonly actions: readonly Action[];
  /** `seq` of the observation it rests on. */
  readonly observation: number;
}

/** A plan is over. `inputs` names its commitment and what ended it. */
export interface PlanEnded extends Envelope, OfSeat {
  readonly type: 'plan.ended';
  readonly status: 'success' | 'failed' | 'interrupted';
  readonly outcome: ActionOutcome;
  /** Actions that succeeded. */
  readonly done: number;
}

/** A statement about the world that a message makes: a type and its parameters, as the scenario defines them. */
export interface Claim extends JsonObject {
  readonly type: string;
}

/** A message leaves its sender. One record, however many it is sent to. `inputs` names the end of the activation. */
export interface MessageSent extends Envelope, OfSeat {
  readonly type: 'message.sent';
  /** Recipients, in seat order. */
  readonly to: readonly number[];
  readonly kind: MessageKind;
  readonly text: string;
  /** The task it is about, or null. */
  readonly task: string | null;
  readonly claims: readonly Claim[];
  /** Somebody has to act on it; otherwise it is for information. */
  readonly work: boolean;
  /** Length of text and claims by the pinned tokenizer. */
  readonly tokens: number;
}

/** A message reaches one recipient. `inputs` names its sending. */
export interface MessageDelivered extends Envelope, OfSeat {
  readonly type: 'message.delivered';
  readonly from: number;
  /** 1, or the number of a duplicate. */
  readonly copy: number;
  /** What arrived in place of the text that was sent; only if the channel corrupted it. */
  readonly corrupted?: string;
}

/** A message will never reach this recipient. `inputs` names its sending. */
export interface MessageLost extends Envelope, OfSeat {
  readonly type: 'message.lost';
  readonly from: number;
  readonly reason: MessageLoss;
}

/** A message is not taken from its sender, for some or all of its recipients. */
export interface MessageRefused extends Envelope, OfSeat {
  readonly type: 'message.refused';
  readonly to: readonly number[];
  readonly reason: MessageRefusal;
}

/** The world's judgement of a claim at the moment it is sent. `inputs` names the message. */
export interface ClaimJudged extends Envelope, OfSeat {
  readonly type: 'message.claimJudged';
  /** Position in the message's `claims`. */
  readonly claim: number;
  readonly verdict: ClaimVerdict;
}

/** An agent no longer remembers something. `inputs`: the activation's end, then the messages or plans it was. */
export interface MemoryEvicted extends Envelope, OfSeat {
  readonly type: 'memory.evicted';
  readonly what: 'message' | 'plan';
  readonly reason: EvictionReason;
}

/** A call of a model is over. `inputs` names the activation. */
export interface ModelCalled extends Envelope, OfSeat {
  readonly type: 'model.called';
  /** Number of the call within its activation, from 1. */
  readonly call: number;
  /** SHA-256 of the request, as on the tape. */
  readonly request: string;
  /** What the model was shown: role and hash of the content, in order. */
  readonly prompt: readonly { readonly role: 'system' | 'user' | 'assistant'; readonly part: string }[];
  readonly outcome: ModelOutcome;
  /** Hash of the answer; null without one. */
  readonly answer: string | null;
  /** Tokens by the pinned tokenizer; `reasoning` as the provider reports it. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
  /** The provider reported no usage, so that reasoning tokens are unknown: virtual time is an estimate. */
  readonly usageMissing: boolean;
  /** What went wrong; only without an answer. */
  readonly problem?: string;
}

/** An observer acted on the running episode. */
export interface InterventionApplied extends Envelope {
  readonly type: 'intervention.applied';
  readonly source: string;
  readonly kind: 'note' | 'wake' | 'forward' | 'stop';
  /** Who is woken, or gets the message. */
  readonly seat?: number;
  readonly note: string;
}

/** A deliberate fault takes effect: ground truth for detectors, which never read it. `inputs`: what it spoilt. */
export interface FaultInjected extends Envelope, OfSeat {
  readonly type: 'fault.injected';
  /** Name of the fault. */
  readonly fault: string;
  /** The task it is about, or null. */
  readonly task: string | null;
  readonly note: string;
}

/** A constraint that plans are predicted to miss. */
export interface PredictedFailure {
  readonly task: string;
  readonly constraint: Constraint;
  /** Predicted degree: `count` of `required`. */
  readonly count: number;
  readonly required: number;
  /** Seats whose plans serve the task. */
  readonly seats: readonly number[];
}

/** Before bodies move, plans were compared with what their tasks will need. `inputs`: the plans. */
export interface RepairChecked extends Envelope {
  readonly type: 'repair.checked';
  readonly outcome: RepairOutcome;
  readonly failures: readonly PredictedFailure[];
  /** What each seat is recommended to do instead; advice only. */
  readonly advice: readonly { readonly seat: number; readonly task: string }[];
}

/** The last line. */
export interface EpisodeEnded extends Envelope {
  readonly type: 'episode.ended';
  readonly status: EpisodeStatus;
  readonly score: number;
  readonly maxScore: number;
  /** SHA-256 of all bytes of the file up to this value; set by the log writer. */
  readonly digest: string;
}

/** Every event of a log. Closed: match it exhaustively. */
export type QuorumEvent =
  | WorldLayout
  | BodyAdded
  | BodyRemoved
  | WorldHash
  | TaskOpened
  | TaskClosed
  | ActionAssigned
  | ActionPath
  | ActionEnded
  | AttemptStarted
  | AttemptChanged
  | AttemptEnded
  | ConstraintChanged
  | ConstraintForce
  | CapabilityChanged
  | ScoreChanged
  | ActivationStarted
  | ActivationEnded
  | ActivationStage
  | ObservationContent
  | ObservationShown
  | PlanCommitted
  | PlanEnded
  | MessageSent
  | MessageDelivered
  | MessageLost
  | MessageRefused
  | ClaimJudged
  | MemoryEvicted
  | ModelCalled
  | InterventionApplied
  | FaultInjected
  | RepairChecked
  | EpisodeEnded;

/** Name of an event type, `world.hash`. */
export type EventType = QuorumEvent['type'];

/** The event of one type. */
export type EventOf<T extends EventType> = Extract<QuorumEvent, { readonly type: T }>;

type DraftOf<E> = E extends QuorumEvent ? Omit<E, 'seq' | 'tick' | 'time' | 'digest'> : never;

/** An event before the log has stamped it with `seq`, `tick`, `time` (and a digest, where the type has one). */
export type EventDraft = DraftOf<QuorumEvent>;

/** Appends an event and returns its `seq`. */
export type Emit = (draft: EventDraft) => number;
