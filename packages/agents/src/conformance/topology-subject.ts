import type { JsonObject } from '@quorum/events';
import type { Graph, Topology } from '../contract/topology.js';
import { sampleView } from './sample-view.js';

/** What the kit cannot guess. Everything has a default. */
export interface TopologyConformanceOptions {
  /** Options of the topology; default: those of an empty object. */
  readonly options?: JsonObject;
  /** Default: 1, 2, 3, 5 and 8. */
  readonly teamSizes?: readonly number[];
}

/** A graph, and when and where it was drawn; or why it could not be. */
export interface Sample {
  readonly name: string;
  readonly seats: number;
  readonly time: number;
  readonly place: number;
  readonly graph: Graph | null;
  readonly problem: string | null;
}

const TIMES = [0, 7_000_000, 61_000_000];
const PLACES = [0, 1];

/** The topology under test and graphs of it. */
export class TopologySubject {
  readonly options: JsonObject;
  readonly sizes: readonly number[];
  private drawn: readonly Sample[] | undefined;

  constructor(
    readonly part: Topology,
    settings: TopologyConformanceOptions,
  ) {
    this.options = part.options.parse(settings.options ?? {});
    this.sizes = settings.teamSizes ?? [1, 2, 3, 5, 8];
  }

  /** Team sizes that it does not refuse. */
  fitting(): readonly number[] {
    return this.sizes.filter((seats) => (this.part.refuses?.(seats, this.options) ?? null) === null);
  }

  samples(): readonly Sample[] {
    this.drawn ??= this.fitting().flatMap((seats) =>
      TIMES.flatMap((time) => PLACES.map((place) => this.draw(seats, time, place))),
    );
    return this.drawn;
  }

  draw(seats: number, time: number, place: number): Sample {
    const name = `${seats} seats, second ${time / 1_000_000}, place ${place}`;
    const where = { name, seats, time, place };
    try {
      const view = sampleView(seats, structuredClone(this.options), { time, place });
      return { ...where, graph: this.part.graph(view), problem: null };
    } catch (error) {
      return { ...where, graph: null, problem: String(error) };
    }
  }
}
