import type {
  ActivationNode,
  EdgeLabel,
  EventNode,
  GraphEdge,
  GraphNode,
  InteractionGraph,
} from './graph.js';
import type { ActivationRecord, EventRecord, GraphState, Receipt } from './graph-state.js';

/** The graph as plain JSON. Tasks that give no points and that nobody took up are left out. */
export function buildGraph(state: GraphState): InteractionGraph {
  const nodes: GraphNode[] = [...state.activations.values()].map(activationNode);
  const edges: GraphEdge[] = [];
  for (const record of state.events.values()) {
    if (!isNode(record)) continue;
    nodes.push(eventNode(record));
    for (const from of record.producers) edges.push(generation(state, from, record));
    for (const receipt of record.receipts) edges.push(...reactions(record, receipt));
  }
  return {
    seats: state.seats.length,
    status: state.status,
    nodes: nodes.sort((a, b) => a.id - b.id),
    edges: edges.sort((a, b) => a.seq - b.seq || a.from - b.from || (a.to ?? -1) - (b.to ?? -1)),
  };
}

/** False for a task that gives no points and that nobody took up. */
export function isNode({ kind, work, receipts }: EventRecord): boolean {
  return kind !== 'task' || work || receipts.length > 0;
}

function activationNode(record: ActivationRecord): ActivationNode {
  const { kind, id, seat, purpose, tick, time, end, outcome, wokenBy } = record;
  return { kind, id, seat, purpose, tick, time, end, outcome, wokenBy: [...wokenBy] };
}

function eventNode(record: EventRecord): EventNode {
  const { kind, id, tick, time, seats, origin, task, work, quorum, hops, speech, outcome } = record;
  return {
    ...{ kind, id, tick, time, seats: [...seats], origin, task, work, quorum, hops },
    ...(speech === null ? {} : { speech }),
    ...(outcome === null ? {} : { outcome }),
  };
}

function generation(state: GraphState, from: number, record: EventRecord): GraphEdge {
  const seat = state.activations.get(from)?.seat ?? -1;
  return { from, to: record.id, label: 'generate', seat, seq: record.id, implicit: false };
}

/** The edges of one recipient: it may have passed an event over before it was shown it. */
function reactions(record: EventRecord, receipt: Receipt): GraphEdge[] {
  const { seat, seq, implicit, fate, handedOn, activation, delayedAt } = receipt;
  const edge = (label: EdgeLabel, to: number | null): GraphEdge => {
    return { from: record.id, to, label, seat, seq: label === 'delay' ? (to ?? seq) : seq, implicit };
  };
  const edges = delayedAt === null ? [] : [edge('delay', delayedAt)];
  if (fate === 'consumed') edges.push(edge(handedOn ? 'reroute' : 'consume', activation));
  else if (fate === 'discarded') edges.push(edge('discard', null));
  else if (fate === 'pending' && delayedAt === null) edges.push(edge('delay', null));
  return edges;
}
