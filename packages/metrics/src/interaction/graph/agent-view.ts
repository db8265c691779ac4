import type { EdgeLabel, EventNode, InteractionGraph } from './graph.js';

/** Who an agent view's node stands for: a seat, the world (tasks) or observers. */
export type AgentNodeId = `seat-${number}` | 'world' | 'system';

export interface AgentNode {
  readonly id: AgentNodeId;
  readonly activations: number;
  /** Events it brought about that reached nobody: no recipient reacted. */
  readonly dangling: number;
}

/** All links of one kind between two nodes. */
export interface AgentEdge {
  readonly from: AgentNodeId;
  readonly to: AgentNodeId;
  readonly label: Exclude<EdgeLabel, 'generate'>;
  readonly count: number;
  /** How many of them without a word. */
  readonly implicit: number;
  /** The events (`seq`) that link them, in log order. */
  readonly events: readonly number[];
}

/** The graph without time: who acts on what whom brings about. JSON. */
export interface AgentView {
  readonly nodes: readonly AgentNode[];
  readonly edges: readonly AgentEdge[];
}

/** Drops time from the graph: one node per seat, `world` and `system`; edges grouped by ends and label. */
export function agentView({ seats, nodes, edges }: InteractionGraph): AgentView {
  const producers = new Map<number, Set<AgentNodeId>>();
  const reached = new Set<number>();
  for (const { from, to, label, seat } of edges) {
    if (label !== 'generate') reached.add(from);
    else if (to !== null) producers.set(to, (producers.get(to) ?? new Set()).add(`seat-${seat}`));
  }
  const events = nodes.filter((node): node is EventNode => node.kind !== 'activation');
  const sourcesOf = new Map(events.map((event) => [event.id, sources(event, producers)]));

  const groups = new Map<string, Mutable<AgentEdge>>();
  for (const { from, label, seat, implicit } of edges) {
    if (label === 'generate') continue;
    for (const source of sourcesOf.get(from) ?? []) {
      const key = `${source} ${seat} ${label}`;
      const group = groups.get(key) ?? newGroup(source, `seat-${seat}`, label);
      groups.set(key, group);
      group.count += 1;
      group.implicit += implicit ? 1 : 0;
      group.events.push(from);
    }
  }

  const ids: AgentNodeId[] = [...Array.from({ length: seats }, (_, seat) => `seat-${seat}` as const)];
  return {
    nodes: [...ids, 'world' as const, 'system' as const].map((id) => ({
      id,
      activations: nodes.filter((node) => node.kind === 'activation' && `seat-${node.seat}` === id).length,
      dangling: events.filter((event) => !reached.has(event.id) && sourcesOf.get(event.id)?.includes(id))
        .length,
    })),
    edges: [...groups.values()],
  };
}

type Mutable<E extends AgentEdge> = { -readonly [K in keyof Omit<E, 'events'>]: E[K] } & { events: number[] };

function newGroup(from: AgentNodeId, to: AgentNodeId, label: AgentEdge['label']): Mutable<AgentEdge> {
  return { from, to, label, count: 0, implicit: 0, events: [] };
}

function sources(event: EventNode, producers: ReadonlyMap<number, ReadonlySet<AgentNodeId>>): AgentNodeId[] {
  const known = producers.get(event.id);
  if (known !== undefined) return [...known];
  return [event.origin === 'system' ? 'system' : 'world'];
}
