import type { EpisodeHeader } from '@quorum/events';
import { createRng } from '@quorum/env';
import type { Graph, Topology, TopologyView } from '../contract/topology.js';

/** Who may address whom in an episode at a moment: `time` in virtual microseconds, positions of seats in metres. */
export function graphAt(
  header: EpisodeHeader,
  topology: Topology,
  moment: Pick<TopologyView, 'time' | 'position'>,
): Graph {
  return topology.graph({
    seats: header.team.length,
    options: header.topology.options,
    ...moment,
    rng: (...names) => createRng(header.seed, 'topology', header.repeat, ...names),
  });
}
