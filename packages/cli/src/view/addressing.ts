import type { EpisodeHeader } from '@quorum/events';
import type { Addressing } from '@quorum/viewer';
import { catalog } from '../system/catalog.js';

/**
 * Who may address whom in the episodes of a condition.
 * @returns null where that changes in the course of an episode, or is drawn anew for each seed
 */
export function addressingOf(header: EpisodeHeader): Addressing | null {
  const topology = catalog.topologies.find(({ name }) => name === header.topology.name);
  const protocol = catalog.protocols.find(({ name }) => name === header.protocol.name);
  if (topology === undefined || protocol === undefined || topology.dynamic) return null;
  const seats = header.team.length;
  try {
    const graph = topology.graph({
      seats,
      options: header.topology.options,
      time: 0,
      position: undecided,
      rng: undecided,
    });
    const { out, parents } = graph;
    return { out, parents, roles: protocol.roles({ seats, options: header.protocol.options, graph }) };
  } catch (error) {
    if (error instanceof Undecided) return null;
    throw error;
  }
}

class Undecided extends Error {}

/** Stands for what only an episode knows. */
function undecided(): never {
  throw new Undecided();
}
