import { QuorumError } from '@quorum/events';
import type { Graph } from '../contract/topology.js';
import type { EpisodeContext } from './episode-context.js';
import { graphAt } from './graph-at.js';

/** Who may address whom, read in both directions. */
export interface Links {
  /** Virtual time for which it was worked out, microseconds. */
  readonly time: number;
  readonly graph: Graph;
  /** Seats that may address each seat, in seat order. */
  readonly heardFrom: readonly (readonly number[])[];
}

/** Works out the graph as it is now. */
export function buildLinks({ header, topology, simulation, now }: EpisodeContext): Links {
  const graph = graphAt(header, topology, {
    time: now,
    position(seat) {
      const place = simulation.position(seat);
      if (place === null) throw new QuorumError('INTERNAL', `Seat ${seat} has no body.`);
      return place;
    },
  });
  return { time: now, graph, heardFrom: turnAround(graph.out) };
}

function turnAround(out: Graph['out']): number[][] {
  const heardFrom: number[][] = out.map(() => []);
  out.forEach((addressees, seat) => {
    for (const addressee of addressees) heardFrom[addressee]?.push(seat);
  });
  return heardFrom;
}
