import type { ClockSpec, JsonObject, ModelLimits } from '@quorum/events';
import type { PartChoice } from '../contract/structure.js';

/**
 * Whether the team talks, and what its words are good for.
 * - `silent-matched`: every turn is taken and every token spent, but no recipient sees a word
 * - `scrambled`, `delayed`, `random-sender`, `fixed-text`: words arrive spoilt (`controlContent`)
 * - `no-comm`: the same agents in the structure `individual`
 * - `shared-observation`: likewise, but everybody sees everything: what talk could bring at most
 */
export const COMMUNICATION = [
  'talk',
  'silent-matched',
  'scrambled',
  'delayed',
  'random-sender',
  'fixed-text',
  'no-comm',
  'shared-observation',
] as const;
export type Communication = (typeof COMMUNICATION)[number];

/** One episode to play, as a suite names it. `createHeader` resolves it to a header, checking every name and value. */
export interface EpisodeSpec {
  readonly scenario: string;
  /** Scenario options; defaults are filled in, unknown ones refused. */
  readonly options: JsonObject;
  readonly seed: number;
  readonly repeat: number;
  /** Agent name of each seat, in seat order; `chat@openai:gpt-5-mini` also names the model of the seat. */
  readonly team: readonly string[];
  /** Model of every seat that has one and does not name its own. */
  readonly model?: string;
  /** Options of the agents. Each seat takes those that its agent knows; one that no agent of the team knows is refused. */
  readonly agentOptions?: JsonObject;
  /** Options of the models (temperature, knobs of the stand-in), likewise. */
  readonly modelOptions?: JsonObject;
  readonly structure: string;
  /** In place of the structure's own. */
  readonly topology?: PartChoice;
  readonly protocol?: PartChoice;
  /** Channel options on top of the structure's own. */
  readonly channel?: JsonObject;
  /** `talk` where left out. */
  readonly communication?: Communication;
  readonly clock: ClockSpec;
  /** Body time; undefined means the scenario's calibrated horizon. */
  readonly horizonSeconds?: number;
  readonly deadlineSeconds?: number;
  /** Most model calls and tokens of the episode; no limit where left out. */
  readonly limits?: Partial<ModelLimits>;
  /** Nothing of the kind where left out. */
  readonly fault?: PartChoice;
  readonly healing?: PartChoice;
  readonly repair?: PartChoice;
}
