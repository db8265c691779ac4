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
  /** Ordinary participants that the observing agent counts for by its strength; 1 where left out. */
  readonly strength?: number;
  /** Whether the observing agent has the capability that one participant has to bring; absent where none is needed. */
  readonly holds?: boolean;
}

/** What a plan comes to if all goes well, but for the way to where its task is worked on. */
export interface PlanOutline {
  /** Whether it works on the task at all: contains the task's terminal action. */
  readonly works: boolean;
  /** What it does before that, walking there left out, seconds. */
  readonly delaySeconds: number;
  /** How long it stays there for want of others before it gives up, seconds. */
  readonly patienceSeconds: number;
}
