import { z } from 'zod';
import type { Topology } from '../contract/topology.js';
import { squaredDistances } from './distances.js';
import { flatGraph } from './graphs.js';

const options = z.strictObject({
  meters: z.number().positive().default(8).describe('how far apart two bodies may be to be in touch'),
});

/** Whose bodies are near enough to each other can address each other, as they stand now. */
export const range: Topology = {
  name: 'range',
  summary: 'seats can address each other while their bodies are near enough',
  version: 1,
  options,
  dynamic: true,
  traits: () => ['local'],
  graph(view) {
    const { meters } = view.options as z.output<typeof options>;
    const distances = squaredDistances(view);
    return flatGraph(view.seats, (from, to) => (distances[from]?.[to] ?? Infinity) <= meters * meters);
  },
};
