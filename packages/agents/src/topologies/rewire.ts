import { z } from 'zod';
import type { Topology } from '../contract/topology.js';
import { flatGraph, seatList } from './graphs.js';

const options = z.strictObject({
  degree: z.int().min(1).default(2).describe('seats that each one can address'),
  everySeconds: z.number().min(0.001).default(10).describe('virtual time until the graph is drawn anew'),
});

/** Each seat can address some seats drawn from the episode's seed; other ones after a while. Links go one way. */
export const rewire: Topology = {
  name: 'rewire',
  summary: 'each seat can address some random ones, other ones after a while',
  version: 1,
  options,
  dynamic: true,
  graph(view) {
    const { seats } = view;
    const { degree, everySeconds } = view.options as z.output<typeof options>;
    const period = Math.floor(view.time / Math.round(everySeconds * 1_000_000));
    const drawn = seatList(seats).map((from) =>
      view
        .rng('rewire', period, from)
        .shuffle(seatList(seats).filter((to) => to !== from))
        .slice(0, degree),
    );
    return flatGraph(seats, (from, to) => drawn[from]?.includes(to) === true);
  },
};
