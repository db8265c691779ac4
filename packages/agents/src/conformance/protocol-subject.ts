import type { JsonObject } from '@quorum/events';
import { channelSpec, type ChannelSpec } from '../channel/channel-spec.js';
import type { Protocol } from '../contract/protocol.js';
import type { Graph, Topology } from '../contract/topology.js';
import { seatList } from '../topologies/graphs.js';
import { full } from '../topologies/full.js';
import { topologies } from '../topologies/topologies.js';
import { randomScript, type Wildness } from './random-script.js';
import { Rehearsal } from './rehearsal.js';
import { sampleView } from './sample-view.js';
import { plainScript, type Script } from './script.js';

/** What the kit cannot guess. Everything has a default. */
export interface ProtocolConformanceOptions {
  /** Options of the protocol; default: those of an empty object. */
  readonly options?: JsonObject;
  /** The topology to rehearse on and its options; default: the first built-in one that the protocol goes with. */
  readonly topology?: Topology;
  readonly topologyOptions?: JsonObject;
  /** Options of the channel; default: two messages of a seat in ten seconds. */
  readonly channel?: JsonObject;
  /** Default: 1, 2, 3 and 5. */
  readonly teamSizes?: readonly number[];
  /** Random rehearsals; default: seeds 1, 2 and 3. */
  readonly seeds?: readonly number[];
}

/** What gets lost in a rehearsal. */
export type Loss = 'nothing' | 'something' | 'everything';

const BUDGET = { messages: 2, windowMicros: 10_000_000 };
const WILD: Wildness = {
  thinkSeconds: 3,
  travelSeconds: 4,
  planSeconds: 15,
  loss: 0,
  duplication: 0.2,
  replanning: 0.5,
  talking: 0.9,
  wakes: 0.05,
  untilSeconds: 120,
};

/** The protocol under test and its rehearsals, each made once and shared by all checks. */
export class ProtocolSubject {
  readonly options: JsonObject;
  readonly channel: ChannelSpec;
  readonly topology: Topology;
  readonly topologyOptions: JsonObject;
  private played: readonly { readonly loss: Loss; readonly rehearsal: Rehearsal }[] | undefined;

  constructor(
    readonly part: Protocol,
    private readonly settings: ProtocolConformanceOptions,
  ) {
    this.options = part.options.parse(settings.options ?? {});
    this.channel = channelSpec.parse(settings.channel ?? { messages: 2, windowSeconds: 10 });
    this.topology =
      settings.topology ??
      topologies.find((one) => part.refuses(one, this.channel, one.options.parse({})) === null) ??
      full;
    this.topologyOptions = this.topology.options.parse(settings.topologyOptions ?? {});
  }

  /** Team sizes that the topology fits. */
  sizes(): readonly number[] {
    const { teamSizes = [1, 2, 3, 5] } = this.settings;
    return teamSizes.filter(
      (seats) => (this.topology.refuses?.(seats, this.topologyOptions) ?? null) === null,
    );
  }

  graph(seats: number, time = 0): Graph {
    const place = this.topology.dynamic ? Math.floor(time / 10_000_000) : 0;
    return this.topology.graph(sampleView(seats, this.topologyOptions, { time, place }));
  }

  rehearsals(): readonly { readonly loss: Loss; readonly rehearsal: Rehearsal }[] {
    this.played ??= this.sizes().flatMap((seats) => [
      { loss: 'nothing' as const, rehearsal: this.play(this.quiet(seats)) },
      { loss: 'nothing' as const, rehearsal: this.play(this.eager(seats)) },
      { loss: 'everything' as const, rehearsal: this.play(this.lost(seats)) },
      ...(this.settings.seeds ?? [1, 2, 3]).flatMap((seed) => [
        { loss: 'nothing' as const, rehearsal: this.play(this.random(seed, seats, 0)) },
        { loss: 'something' as const, rehearsal: this.play(this.random(seed, seats, 0.3)) },
      ]),
    ]);
    return this.played;
  }

  /** Everybody is woken once, long after all have planned. */
  private quiet(seats: number): Script {
    const wakes = seatList(seats).map((seat) => ({ seat, time: 200_000_000 + seat * 50_000_000 }));
    return { ...this.plain(seats), name: `${seats} seats, all woken in turn`, wakes };
  }

  /** All at the same instant, and every message changes a plan. */
  private eager(seats: number): Script {
    return {
      ...this.plain(seats),
      name: `${seats} seats, quick to think and to change their plans`,
      thinkMicros: () => 0,
      answer: ({ to }) => ({ planned: true, sendTo: to }),
      planMicros: () => 5_000_000,
      untilMicros: 60_000_000,
    };
  }

  private lost(seats: number): Script {
    return {
      ...this.plain(seats),
      name: `${seats} seats, everything lost`,
      travelMicros: () => [],
      planMicros: () => 20_000_000,
      untilMicros: 400_000_000,
    };
  }

  private random(seed: number, seats: number, loss: number): Script {
    const team = { seats, options: this.options, graph: (time: number) => this.graph(seats, time) };
    const script = randomScript(seed, team, { ...WILD, loss });
    return { ...script, name: `${script.name}${loss === 0 ? '' : ', some lost'}`, budget: BUDGET };
  }

  private plain(seats: number): Script {
    const script = plainScript(seats, this.graph(seats), this.options);
    return { ...script, graph: (time) => this.graph(seats, time), budget: BUDGET };
  }

  private play(script: Script): Rehearsal {
    return new Rehearsal(this.part, script).run();
  }
}
