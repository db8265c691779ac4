import type { EpisodeHeader } from '@quorum/events';
import { graphAt } from '@quorum/agents';
import type { Addressing, TeamMoment } from '@quorum/viewer';
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

/**
 * Who may address whom in an episode at a moment. Where that changes in its course, roles are left open: they are given
 * at its beginning.
 * @returns null for parts that are not known, and where a seat has no place
 */
export function addressingAt(header: EpisodeHeader, { time, places }: TeamMoment): Addressing | null {
  const topology = catalog.topologies.find(({ name }) => name === header.topology.name);
  const protocol = catalog.protocols.find(({ name }) => name === header.protocol.name);
  const seats = header.team.length;
  if (topology === undefined || protocol === undefined || places.length !== seats) return null;
  const position = (seat: number): { x: number; y: number } => {
    const [x = 0, y = 0] = places[seat] ?? [];
    return { x, y };
  };
  const graph = graphAt(header, topology, { time, position });
  const { options } = header.protocol;
  return { ...graph, roles: topology.dynamic ? [] : protocol.roles({ seats, options, graph }) };
}

class Undecided extends Error {}

/** Stands for what only an episode knows. */
function undecided(): never {
  throw new Undecided();
}
