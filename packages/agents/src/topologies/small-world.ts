import { z } from 'zod';
import type { Topology, TopologyView } from '../contract/topology.js';
import { flatGraph, seatList } from './graphs.js';

const options = z.strictObject({
  degree: z.int().min(2).multipleOf(2).default(2).describe('neighbours of each seat before rewiring, even'),
  rewiring: z.number().min(0).max(1).default(0.2).describe('chance of each link to lead somewhere else'),
});
type Options = z.output<typeof options>;

/**
 * A ring of near neighbours in which some links are replaced by links to anywhere, drawn from the episode's seed
 * (Watts and Strogatz, Collective dynamics of 'small-world' networks, Nature 393, 1998). Links go both ways.
 */
export const smallWorld: Topology = {
  name: 'small-world',
  summary: 'near neighbours on a ring can address each other, and some far ones',
  version: 1,
  options,
  dynamic: false,
  refuses(seats, given) {
    const { degree } = given as Options;
    return seats > degree ? null : `degree ${degree} needs at least ${degree + 1} seats, there are ${seats}`;
  },
  graph(view) {
    const linked = rewire(view);
    return flatGraph(view.seats, (from, to) => linked[from]?.has(to) === true);
  },
};

function rewire(view: TopologyView): readonly ReadonlySet<number>[] {
  const { seats } = view;
  const { degree, rewiring } = view.options as Options;
  const all = seatList(seats);
  const linked = all.map(() => new Set<number>());
  const link = (a: number, b: number): void => {
    linked[a]?.add(b);
    linked[b]?.add(a);
  };
  const cut = (a: number, b: number): void => {
    linked[a]?.delete(b);
    linked[b]?.delete(a);
  };
  const links = all.flatMap((seat) =>
    seatList(degree / 2).map((i): [number, number] => [seat, (seat + i + 1) % seats]),
  );
  for (const [a, b] of links) link(a, b);
  for (const [i, [a, b]] of links.entries()) {
    const draw = view.rng('small-world', i);
    const free = all.filter((seat) => seat !== a && linked[a]?.has(seat) === false);
    if (draw.uniform() >= rewiring || free.length === 0) continue;
    cut(a, b);
    link(a, draw.pick(free));
  }
  return linked;
}
