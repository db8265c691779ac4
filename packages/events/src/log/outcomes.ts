/** How an episode ended. Exactly one of a closed list. */
export const EPISODE_STATUSES = [
  /** Every task is done. */
  'completed',
  /** The horizon (body time) ran out. */
  'horizon',
  /** The deadline (virtual time) ran out. */
  'deadline',
  /** An observer stopped it. */
  'stopped',
  /** An agent threw; the episode is excluded from scores. */
  'agent_error',
  /** A model provider failed; the episode is excluded from scores. */
  'model_error',
  /** The episode used up the model calls or tokens that its header allows. */
  'model_budget',
] as const;
export type EpisodeStatus = (typeof EPISODE_STATUSES)[number];

/** How an action ended: success, or one reason of a closed list. */
export const ACTION_OUTCOMES = [
  'success',
  /** Contact on the right face, but the team pushes with less than friction resists. */
  'insufficient_force',
  /** A wall, a zone or blocks ahead that the pushers do not overcome. */
  'blocked_destination',
  /** The agent never touched the block it wanted to push. */
  'no_contact',
  /** The agent pressed another block than it meant to. */
  'wrong_block',
  /** No way leads there. */
  'no_path',
  /** The way was there, but somebody or something stood in it. */
  'obstructed',
  /** The action's own time limit passed. */
  'timeout',
  /** The action names something that does not exist, or a place nobody can stand. */
  'invalid_target',
  /** What the action aimed at has left the world, by somebody else's doing. */
  'target_gone',
  /** The block needs a capability that nobody at it holds. */
  'missing_capability',
  /** Another action took its place. */
  'replaced',
  /** The episode ended first. */
  'episode_ended',
] as const;
export type ActionOutcome = (typeof ACTION_OUTCOMES)[number];

/** Cognitive stage of a seat: reasoning, waiting, executing, interrupted. */
export const STAGES = ['R', 'W', 'X', 'I'] as const;
export type Stage = (typeof STAGES)[number];

/** The four cooperation constraints of a task (EmCoop, arXiv 2603.00349). */
export const CONSTRAINTS = ['participation', 'spatial', 'temporal', 'dependency'] as const;
export type Constraint = (typeof CONSTRAINTS)[number];

/** Why an agent was called. */
export const PURPOSES = ['plan', 'speak', 'reply', 'interrupt', 'repair'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What a message does: untyped text, or a speech act (after FIPA ACL). */
export const MESSAGE_KINDS = [
  'text',
  'inform',
  'request',
  'propose',
  'accept',
  'refuse',
  'commit',
  'cancel',
  'query',
  'confirm',
  'failure',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Why a message was not taken from its sender. */
export const MESSAGE_REFUSALS = [
  /** The structure does not let this seat address that one, or not now. */
  'outside_topology',
  /** The channel does not know this form of address (say, broadcast only). */
  'addressing',
  /** The gate for talking is closed. */
  'gate_closed',
  /** The budget of messages, tokens or bytes is used up. */
  'message_budget',
  'token_budget',
  'byte_budget',
  /** The message alone is longer than one may be. */
  'too_long',
] as const;
export type MessageRefusal = (typeof MESSAGE_REFUSALS)[number];

/** Why a message that was sent does not reach a recipient. */
export const MESSAGE_LOSSES = [
  /** By chance. */
  'loss',
  /** Sender and recipient are on different sides of a partition. */
  'partition',
  /** The recipient is out of range. */
  'out_of_range',
] as const;
export type MessageLoss = (typeof MESSAGE_LOSSES)[number];

/** What the world says of a claim at the moment it is sent. */
export const CLAIM_VERDICTS = ['true', 'false', 'undecidable'] as const;
export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number];

/** How a model call ended. */
export const MODEL_OUTCOMES = ['answered', 'error', 'timeout'] as const;
export type ModelOutcome = (typeof MODEL_OUTCOMES)[number];

/** Why an agent no longer remembers something. */
export const EVICTION_REASONS = ['budget', 'expired', 'summarised'] as const;
export type EvictionReason = (typeof EVICTION_REASONS)[number];

/** What came of a comparison of plans with what their tasks will need. */
export const REPAIR_OUTCOMES = [
  /** Every task will have what it needs. */
  'passed',
  /** Some will not; the seats concerned think again. */
  'repaired',
  /** Some will not, but they were repaired a moment ago: the plans go ahead. */
  'cooldown',
  /** Some will not, and nobody is told: the policy only predicts. */
  'predicted',
] as const;
export type RepairOutcome = (typeof REPAIR_OUTCOMES)[number];
