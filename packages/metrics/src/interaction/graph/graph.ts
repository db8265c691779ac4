import type { EpisodeStatus, MessageKind, Purpose } from '@quorum/events';

/** What became of an event at one recipient, and how an activation brought an event about. */
export type EdgeLabel =
  /** It was shown to the activation. */
  | 'consume'
  /** It had arrived, but the activation began without being shown it. */
  | 'delay'
  /** It was shown to the activation after it had been handed on to a seat that it was not sent to. */
  | 'reroute'
  /** It never reached the recipient, or was forgotten before it was shown. */
  | 'discard'
  /** The activation brought the event about. */
  | 'generate';

/** One call of an agent. */
export interface ActivationNode {
  readonly kind: 'activation';
  /** `seq` of its start. */
  readonly id: number;
  readonly seat: number;
  readonly purpose: Purpose;
  readonly tick: number;
  /** Virtual time, microseconds. */
  readonly time: number;
  /** `seq`, tick and time of its end; null while it runs. */
  readonly end: { readonly seq: number; readonly tick: number; readonly time: number } | null;
  readonly outcome: 'decided' | 'invalid' | 'error' | null;
  /** Activations whose end woke it or lent it the turn: no event lies between them. */
  readonly wokenBy: readonly number[];
}

/** What kind of interaction event a node is. */
export type EventKind =
  /** Cooperative work offered to everybody: a root. */
  | 'task'
  | 'message'
  /** A message that was not taken from its sender. */
  | 'refusal'
  | 'plan'
  /** One action of a plan, carried out by the body. */
  | 'action'
  | 'attempt'
  /** A body left the world. */
  | 'delivery'
  | 'score'
  /** An observer acted. */
  | 'intervention'
  /** The end of the episode. */
  | 'end';

/** Something that activations bring about and that others may react to. */
export interface EventNode {
  readonly kind: EventKind;
  /** `seq` of the event that it stands for: a plan's commitment, an action's assignment, an attempt's start. */
  readonly id: number;
  readonly tick: number;
  /** Virtual time, microseconds. */
  readonly time: number;
  /** Who brought it about: seats, in order; empty for the world and for observers. */
  readonly seats: readonly number[];
  /** Brought about by `team`, `world` or `system` (an observer). */
  readonly origin: 'team' | 'world' | 'system';
  /** The task it is about, or null. */
  readonly task: string | null;
  /** Somebody has to act on it. */
  readonly work: boolean;
  /** Recipients who have to act on it; 0 where it is no work. */
  readonly quorum: number;
  /** How often it was handed on; of a message, how often what it asks for had been passed on. */
  readonly hops: number;
  /** Kind of a message. */
  readonly speech?: MessageKind;
  /** How it ended: a plan, an action, an attempt, a task, the episode. */
  readonly outcome?: string;
}

/** A node of the graph. Ids are unique: they are places in one log. */
export type GraphNode = ActivationNode | EventNode;

/** A directed edge. It joins an activation and an event, never two of a kind. */
export interface GraphEdge {
  /** Node it leaves: the event, or for `generate` the activation. */
  readonly from: number;
  /** Node it enters; null where the event reached no activation of the recipient. */
  readonly to: number | null;
  readonly label: EdgeLabel;
  /** Seat of the activation, or the recipient. */
  readonly seat: number;
  /** `seq` of the event that settled it. */
  readonly seq: number;
  /** Nobody was told: the activation saw what others had done to the world. */
  readonly implicit: boolean;
}

/** The Dynamic Interaction Graph of an episode: bipartite, directed, in log order. JSON. */
export interface InteractionGraph {
  readonly seats: number;
  /** How the episode ended; null while it runs. */
  readonly status: EpisodeStatus | null;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
