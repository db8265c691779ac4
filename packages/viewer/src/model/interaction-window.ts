import { interactionGraph, type GraphEdge, type GraphNode } from '@quorum/metrics';
import type { EpisodeModel } from './episode-model.js';

/** A node of the interaction graph near a moment. */
export interface WindowNode {
  readonly node: GraphNode;
  /** Place in order of time, from 0. */
  readonly row: number;
  /** Seat that thinks or brought it about; null for the world and for observers. */
  readonly seat: number | null;
}

/** A stretch of the bipartite interaction graph. */
export interface InteractionWindow {
  readonly nodes: readonly WindowNode[];
  /** Edges between nodes shown, and those that reached no activation. */
  readonly edges: readonly GraphEdge[];
  /** Edges of nodes shown that lead to others. */
  readonly leadingOut: number;
}

/** Nodes shown before a moment and after it: more are not readable at once. */
const BEFORE = 18;
const AFTER = 8;

/** The activations and events around a moment (virtual time, microseconds), with what links them. */
export function interactionWindow({ graph }: Pick<EpisodeModel, 'graph'>, time: number): InteractionWindow {
  const whole = interactionGraph.result(graph);
  const last = whole.nodes.findLastIndex((node) => node.time <= time);
  const from = Math.max(0, last + 1 - BEFORE);
  const nodes = whole.nodes.slice(from, last + 1 + AFTER).map((node, row) => {
    const seat = node.kind === 'activation' ? node.seat : (node.seats[0] ?? null);
    return { node, row, seat };
  });
  const ids = new Set(nodes.map(({ node }) => node.id));
  const touching = whole.edges.filter(({ from: a, to: b }) => ids.has(a) || (b !== null && ids.has(b)));
  const edges = touching.filter(({ from: a, to: b }) => ids.has(a) && (b === null || ids.has(b)));
  return { nodes, edges, leadingOut: touching.length - edges.length };
}
