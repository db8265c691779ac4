import { z } from 'zod';
import type { Topology } from '../contract/topology.js';
import { hierarchyGraph, seatList } from './graphs.js';

const options = z.strictObject({
  arity: z.int().min(1).default(2).describe('most direct subordinates of a seat'),
});

/** Seat 0 at the top, filled level by level; superiors and direct subordinates can address each other. */
export const tree: Topology = {
  name: 'tree',
  summary: 'superiors and their direct subordinates can address each other',
  version: 1,
  options,
  dynamic: false,
  traits: () => ['hierarchical'],
  graph({ seats, options: given }) {
    const { arity } = given as z.output<typeof options>;
    return hierarchyGraph(
      seatList(seats).map((seat) => (seat === 0 ? null : Math.floor((seat - 1) / arity))),
    );
  },
};
