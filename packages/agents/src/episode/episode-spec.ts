import type { ClockSpec, JsonObject } from '@quorum/events';

/** One episode to play, as a suite names it. `createHeader` resolves it to a header, checking every name and value. */
export interface EpisodeSpec {
  readonly scenario: string;
  /** Scenario options; defaults are filled in, unknown ones refused. */
  readonly options: JsonObject;
  readonly seed: number;
  readonly repeat: number;
  /** Agent name of each seat, in seat order. */
  readonly team: readonly string[];
  readonly structure: string;
  readonly clock: ClockSpec;
  /** Body time; undefined means the scenario's calibrated horizon. */
  readonly horizonSeconds?: number;
  readonly deadlineSeconds?: number;
}
