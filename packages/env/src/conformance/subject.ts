import type { Scenario } from '../contract/scenario.js';
import type { Simulation } from '../contract/simulation.js';
import { playWorld, type Play, type World } from './play.js';
import type { RecordedEvent } from './recorder.js';
import { Rerun } from './rerun.js';

/** Two worlds that differ only in what `seat` may not see. */
export interface UnseenPair {
  readonly seat: number;
  readonly left: Simulation;
  readonly right: Simulation;
}

/** How much to play, and what the kit cannot guess. Everything has a default. */
export interface ConformanceOptions {
  /** Worlds to play; default 1 and 2. */
  readonly seeds?: readonly number[];
  /** Default: the smallest team and one seat more. */
  readonly teamSizes?: readonly number[];
  /** Scenario options by name; default: those of an empty object. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Length of each play, ticks; default 600. */
  readonly ticks?: number;
  /** Longest time that any action may take, seconds; default 180. */
  readonly longestActionSeconds?: number;
  /** Pairs of worlds to test the limits of sight with; without it that check is skipped. */
  readonly unseenPairs?: (seed: number) => readonly UnseenPair[];
}

/** The scenario under test with its plays, each made once and shared by all checks. */
export class Subject {
  readonly ticks: number;
  readonly longestActionTicks: number;
  private played: readonly Play[] | undefined;
  private readonly reruns = new Map<Play, readonly RecordedEvent[]>();

  constructor(
    readonly scenario: Scenario,
    readonly settings: ConformanceOptions = {},
  ) {
    this.ticks = settings.ticks ?? 600;
    this.longestActionTicks = (settings.longestActionSeconds ?? 180) * 60;
  }

  /** Every seed with every team size. */
  worlds(): readonly World[] {
    const { min, max } = this.scenario.seats;
    const sizes = this.settings.teamSizes ?? [...new Set([min, Math.min(max, min + 1)])];
    const options = this.scenario.options.parse(this.settings.options ?? {});
    const horizonTicks = this.ticks + this.longestActionTicks;
    return (this.settings.seeds ?? [1, 2]).flatMap((seed) =>
      sizes.map((seats) => ({ seed, seats, options, horizonTicks })),
    );
  }

  /** Every world played in both styles. */
  plays(): readonly Play[] {
    this.played ??= this.worlds().flatMap((world) => [
      playWorld(this.scenario, world, 'random', this.ticks),
      playWorld(this.scenario, world, 'cooperative', this.ticks),
    ]);
    return this.played;
  }

  /** Events of a play's assignments fed to a world that nobody looks at. */
  unobserved(play: Play): readonly RecordedEvent[] {
    let events = this.reruns.get(play);
    if (events === undefined) {
      events = Rerun.start(this.scenario, play).complete();
      this.reruns.set(play, events);
    }
    return events;
  }
}
