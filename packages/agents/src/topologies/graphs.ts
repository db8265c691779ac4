import type { Graph } from '../contract/topology.js';

/** All seats of a team, in order. */
export function seatList(seats: number): number[] {
  return Array.from({ length: seats }, (_, seat) => seat);
}

/** The graph without superiors in which `linked` says who may address whom. */
export function flatGraph(seats: number, linked: (from: number, to: number) => boolean): Graph {
  const all = seatList(seats);
  return { out: all.map((from) => all.filter((to) => to !== from && linked(from, to))), parents: null };
}

/** The graph in which superiors and their direct subordinates may address each other. */
export function hierarchyGraph(parents: readonly (number | null)[]): Graph {
  const linked = (from: number, to: number): boolean => parents[from] === to || parents[to] === from;
  return { ...flatGraph(parents.length, linked), parents };
}
