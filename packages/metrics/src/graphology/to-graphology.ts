import { MultiDirectedGraph } from 'graphology';
import type { ActivationNode, EventNode, GraphEdge, InteractionGraph } from '../interaction/graph/graph.js';

/** Attributes of a node: those of the interaction graph, and the recipients whom an event never reached. */
export type NodeAttributes = ActivationNode | (EventNode & { readonly unreached: readonly number[] });

/** Attributes of an edge; `turn`: the end of one activation woke another, no event lies between them. */
export type EdgeAttributes =
  | Omit<GraphEdge, 'from' | 'to'>
  | { readonly label: 'turn'; readonly seat: number; readonly seq: number; readonly implicit: false };

/**
 * The interaction graph as a graphology graph, for its algorithms. Nodes are keyed by `seq`. It is bipartite but for
 * edges `turn`, and two edges may join the same nodes. It has a cycle where an agent joins an attempt that it has seen:
 * it reacts to the attempt and helps to bring it about.
 */
export function toGraphology({
  nodes,
  edges,
}: InteractionGraph): MultiDirectedGraph<NodeAttributes, EdgeAttributes> {
  const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  const unreached = new Map<number, number[]>();
  for (const { from, to, seat } of edges) {
    if (to === null) unreached.set(from, [...(unreached.get(from) ?? []), seat]);
  }
  for (const node of nodes) {
    graph.addNode(
      node.id,
      node.kind === 'activation' ? node : { ...node, unreached: unreached.get(node.id) ?? [] },
    );
  }
  for (const node of nodes) {
    if (node.kind !== 'activation') continue;
    for (const before of node.wokenBy) {
      graph.addDirectedEdge(before, node.id, {
        label: 'turn',
        seat: node.seat,
        seq: node.id,
        implicit: false,
      });
    }
  }
  for (const { from, to, ...attributes } of edges) {
    if (to !== null) graph.addDirectedEdge(from, to, attributes);
  }
  return graph;
}
