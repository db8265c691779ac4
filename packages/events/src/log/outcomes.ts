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
