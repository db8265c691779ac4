import type { Claim } from '@quorum/events';
import type { z } from 'zod';
import type { Observation } from './simulation.js';

/** How teams are told of a scenario's world and talk about it. All functions are pure. */
export interface ScenarioLanguage {
  /** Raised whenever the same world could be told or understood in other words. */
  readonly version: number;
  /** The rules of the world and its actions, for players: plain text, the same for every seat and the whole episode. */
  rules(seats: number): string;
  /** The inverse of `Scenario.render`; null for a text that is no observation. */
  read(text: string): Observation | null;
  /** Strict schema of the claims that messages may carry. */
  readonly claim: z.ZodType<Claim>;
  /** What the observer can truthfully claim to others about what it sees, most useful first. */
  claims(observation: Observation): readonly Claim[];
  /** What a seat can truthfully claim to others after it has completed a task; null where there is nothing to say. */
  done?(task: string): Claim | null;
  /** One claim as a sentence. */
  say(claim: Claim): string;
  /** The claims in a text: finds every sentence that `say` makes, whatever stands around it. */
  hear(text: string): readonly Claim[];
  /** The observation with what others claim filled in wherever the observer itself does not see or know it. */
  learn(observation: Observation, claims: readonly Claim[]): Observation;
}
