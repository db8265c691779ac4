import type { EventRecord, GraphState } from '../graph/graph-state.js';
import { areUnrelated } from '../graph/origins.js';
import type { Detected, Detector } from './detector.js';
import { needsTalk } from './needs.js';
import { ascending, path } from './say.js';

/** Messages of one activation that are compared with each other. */
const MAX_COMPARED = 6;

/** An agent puts together what has nothing in common. */
export const crossLineage: Detector<null> = {
  id: 'cross-lineage',
  title: 'Cross-lineage aggregation',
  severity: 'warning',
  rule: `an activation is shown work of two other agents at once, and the chains behind the two have no activation in common (of at most ${MAX_COMPARED} messages; where a chain has too many beginnings, it does not fire)`,
  source: 'DIG (arXiv 2603.00309), cross-lineage aggregation',
  reads: ['observation.shown'],
  canFire: needsTalk,
  init: () => null,
  step(_state, event, graph) {
    if (event.type !== 'observation.shown' || graph.justShown.length < 2) return NOTHING;
    const work = graph.justShown.filter((message) => message.work).slice(0, MAX_COMPARED);
    const pair = unrelatedPair(graph, work);
    if (pair === null) return NOTHING;
    const [a, b] = pair;
    const [first = -1] = a.seats;
    const [second = -1] = b.seats;
    const evidence = ascending([a.id, b.id, event.seq]);
    return [
      {
        seats: ascending([first, second, event.seat]),
        task: a.task === b.task ? a.task : null,
        evidence,
        sentence: `Agent ${event.seat} was shown work of agents ${Math.min(first, second)} and ${Math.max(first, second)} at once ${path(evidence)}, and nothing that the two had heard of is the same.`,
      },
    ];
  },
};

const NOTHING: readonly Detected[] = [];

function unrelatedPair(graph: GraphState, work: readonly EventRecord[]): [EventRecord, EventRecord] | null {
  for (const [i, a] of work.entries()) {
    for (const b of work.slice(i + 1)) {
      if (a.seats[0] !== b.seats[0] && areUnrelated(originsOf(graph, a), originsOf(graph, b))) return [a, b];
    }
  }
  return null;
}

/** Where the chains behind a message began; null where that is not known. */
function originsOf({ activations }: GraphState, { producers }: EventRecord): readonly number[] | null {
  const [producer] = producers;
  return producer === undefined ? null : (activations.get(producer)?.origins ?? null);
}
