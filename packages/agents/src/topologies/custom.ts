import { z } from 'zod';
import type { Topology } from '../contract/topology.js';
import { flatGraph, seatList } from './graphs.js';

const seat = z.int().min(0);
const options = z.strictObject({
  edges: z
    .array(z.tuple([seat, seat]))
    .default([])
    .describe('pairs [from, to]: `from` can address `to`'),
  parents: z
    .array(seat.nullable())
    .nullable()
    .default(null)
    .describe('superior of each seat, null at the top; null where there is no hierarchy'),
});
type Options = z.output<typeof options>;

/** Whatever graph the options describe. */
export const custom: Topology = {
  name: 'custom',
  summary: 'the graph that its options describe',
  version: 1,
  options,
  dynamic: false,
  traits(given) {
    const { edges, parents } = given as Options;
    return [
      ...(edges.length === 0 ? (['silent'] as const) : []),
      ...(parents === null ? [] : (['hierarchical'] as const)),
    ];
  },
  refuses: (seats, given) => findFault(seats, given as Options),
  graph({ seats, options: given }) {
    const { edges, parents } = given as Options;
    const linked = new Set(edges.map(([from, to]) => `${from} ${to}`));
    return { ...flatGraph(seats, (from, to) => linked.has(`${from} ${to}`)), parents };
  },
};

function findFault(seats: number, { edges, parents }: Options): string | null {
  const linked = new Set<string>();
  for (const [from, to] of edges) {
    if (from === to) return `edge [${from}, ${to}] leads nowhere`;
    const missing = Math.max(from, to);
    if (missing >= seats)
      return `edge [${from}, ${to}] names seat ${missing}, but the last seat is ${seats - 1}`;
    linked.add(`${from} ${to}`);
  }
  if (parents === null) return null;
  if (parents.length !== seats) return `parents names ${parents.length} seats, there are ${seats}`;
  for (const child of seatList(seats)) {
    const parent = parents[child] ?? null;
    if (parent === null) continue;
    if (!linked.has(`${parent} ${child}`) || !linked.has(`${child} ${parent}`)) {
      return `seat ${parent} is the superior of seat ${child}, but edges in both directions are missing between them`;
    }
    if (isAboveItself(child, parents)) return `seat ${child} is its own superior, in a circle`;
  }
  return null;
}

function isAboveItself(seat: number, parents: readonly (number | null)[]): boolean {
  let above = parents[seat] ?? null;
  for (let steps = 0; above !== null && steps < parents.length; steps++) {
    if (above === seat) return true;
    above = parents[above] ?? null;
  }
  return false;
}
