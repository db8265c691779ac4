import { z } from 'zod';
import type { Topology } from '../contract/topology.js';
import { squaredDistances } from './distances.js';
import { flatGraph, seatList } from './graphs.js';

const options = z.strictObject({
  k: z.int().min(1).default(2).describe('seats that each one can address'),
});

/** Each seat can address the `k` whose bodies are nearest to its own now; of equally near ones the first seats. */
export const nearest: Topology = {
  name: 'nearest',
  summary: 'each seat can address those whose bodies are nearest to its own',
  version: 1,
  options,
  dynamic: true,
  traits: () => ['local'],
  graph(view) {
    const { k } = view.options as z.output<typeof options>;
    const near = squaredDistances(view).map((row, from) =>
      seatList(view.seats)
        .filter((to) => to !== from)
        .toSorted((a, b) => (row[a] ?? 0) - (row[b] ?? 0) || a - b)
        .slice(0, k),
    );
    return flatGraph(view.seats, (from, to) => near[from]?.includes(to) === true);
  },
};
