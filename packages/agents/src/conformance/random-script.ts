import type { JsonObject } from '@quorum/events';
import { createRng } from '@quorum/env';
import type { Graph } from '../contract/topology.js';
import { seatList } from '../topologies/graphs.js';
import type { Script } from './script.js';

/** How wild a random script is. Shares are from 0 to 1. */
export interface Wildness {
  /** Longest thought and longest way of a message, seconds; whole ones, so that much happens at the same instant. */
  readonly thinkSeconds: number;
  readonly travelSeconds: number;
  readonly planSeconds: number;
  readonly loss: number;
  readonly duplication: number;
  /** How often a message is answered by a new plan. */
  readonly replanning: number;
  /** How often somebody who may speak does. */
  readonly talking: number;
  /** How often observers wake somebody. */
  readonly wakes: number;
  readonly untilSeconds: number;
}

/** Everything drawn at random from a seed, and the same for the same seed. */
export function randomScript(
  seed: number,
  team: { readonly seats: number; readonly options: JsonObject; readonly graph: (time: number) => Graph },
  wildness: Wildness,
): Script {
  const { seats, options, graph } = team;
  const rng = (...names: readonly (string | number)[]) => createRng(seed, 'rehearsal', ...names);
  const seconds = (most: number, ...names: readonly (string | number)[]) =>
    rng(...names).integer(0, most) * 1_000_000;
  return {
    name: `${seats} seats, random ${seed}`,
    seats,
    options,
    graph,
    thinkMicros: ({ seat, count }) => seconds(wildness.thinkSeconds, 'think', seat, count),
    answer({ seat, count, to }) {
      const draw = rng('answer', seat, count);
      const planned = draw.uniform() < wildness.replanning;
      const speaks = draw.uniform() < wildness.talking;
      const some = to.filter(() => draw.uniform() < 0.8);
      return { planned, sendTo: speaks ? some : [] };
    },
    travelMicros(from, to, time) {
      const draw = rng('travel', from, to, time);
      if (draw.uniform() < wildness.loss) return [];
      const copies = draw.uniform() < wildness.duplication ? 2 : 1;
      return seatList(copies).map(() => draw.integer(0, wildness.travelSeconds) * 1_000_000);
    },
    planMicros: (seat, time) => 1_000_000 + seconds(wildness.planSeconds, 'plan', seat, time),
    budget: { messages: 2, windowMicros: 10_000_000 },
    wakes: seatList(Math.round(wildness.wakes * wildness.untilSeconds)).map((i) => ({
      seat: rng('wake', i).integer(0, seats - 1),
      time: rng('wake', i).integer(0, wildness.untilSeconds) * 1_000_000,
    })),
    untilMicros: wildness.untilSeconds * 1_000_000,
  };
}
