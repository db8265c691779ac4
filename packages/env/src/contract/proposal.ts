import type { Action } from '@quorum/events';

/**
 * A cooperative move that is open now. Agents that know nothing of a scenario can play it by choosing among these.
 */
export interface Proposal {
  /** Task it works on; two seats with the same task cooperate. */
  readonly task: string;
  /** What each participant does, in order. */
  readonly actions: readonly Action[];
  /** Participants needed to succeed (a guess where the observation does not tell). */
  readonly requiredAgents: number;
  /** Distinct places to stand, metres, best first. */
  readonly positions: readonly { readonly x: number; readonly y: number }[];
  /** Way of the observing agent to the nearest place, metres. */
  readonly pathMeters: number;
  /** Metres that remain to be worked (pushed, carried, …) once the team stands. */
  readonly workMeters: number;
  /** Points for completing the task. */
  readonly value: number;
}
