import type { JsonObject } from '@quorum/events';
import type { Topology } from '../contract/topology.js';

/** For protocols in which nobody speaks. */
export function needsSilence(topology: Topology, options: JsonObject): string | null {
  if (traits(topology, options).includes('silent')) return null;
  return `nobody ever speaks in it, so there is no use for topology ${topology.name}; it goes with topology none`;
}

/** For protocols in which seats speak. */
export function needsTalk(topology: Topology, options: JsonObject): string | null {
  if (!traits(topology, options).includes('silent')) return null;
  return `its seats speak, but in topology ${topology.name} nobody can address anybody`;
}

/** For protocols in which seats have superiors. */
export function needsHierarchy(topology: Topology, options: JsonObject): string | null {
  if (traits(topology, options).includes('hierarchical')) return null;
  return `it needs a superior for each seat, and topology ${topology.name} names none; star, tree and custom with parents do`;
}

/** For protocols whose roles hold for the whole episode. */
export function needsConstancy(topology: Topology): string | null {
  if (!topology.dynamic) return null;
  return `its order holds for the whole episode, but topology ${topology.name} changes`;
}

/** For protocols in which it does not matter where anybody is. */
export function needsNoPlace(topology: Topology, options: JsonObject): string | null {
  if (!traits(topology, options).includes('local')) return null;
  return `it has no place, but in topology ${topology.name} it depends on places who can read it`;
}

function traits(topology: Topology, options: JsonObject): ReturnType<NonNullable<Topology['traits']>> {
  return topology.traits?.(options) ?? [];
}
