import type { EventRecord, GraphState } from '../graph/graph-state.js';
import type { Detected, Detector } from './detector.js';
import { needsSpeechActs } from './needs.js';
import { agents, ascending, path } from './say.js';

interface State {
  readonly maxHops: number;
  readonly reported: Set<number>;
}

/** A request goes from one to the next, and nobody takes it up. */
export const excessiveRerouting: Detector<State> = {
  id: 'excessive-rerouting',
  title: 'Excessive rerouting',
  severity: 'warning',
  rule: 'a request about an open task is passed on more than `maxHops` times, by agents who were asked and have not taken it up or by an observer, and nobody is at the task',
  source: 'DIG (arXiv 2603.00309), excessive rerouting',
  reads: ['message.sent', 'message.delivered'],
  canFire: needsSpeechActs,
  init: (_header, { maxHops }) => ({ maxHops, reported: new Set() }),
  step(state, event, graph) {
    const id = event.type === 'message.sent' ? event.seq : (event.inputs[0] ?? -1);
    const message = graph.events.get(id);
    // Exactly at the limit: later hops of one request are the same failure.
    if (message === undefined || message.hops !== state.maxHops + 1 || state.reported.has(id)) return NOTHING;
    if (!isUntaken(graph, message)) return NOTHING;
    state.reported.add(id);
    return [rerouted(message, event.seq)];
  },
};

const NOTHING: readonly Detected[] = [];

function isUntaken({ tasks }: GraphState, { task: id, consumed }: EventRecord): boolean {
  const task = id === null ? undefined : tasks.get(id);
  if (task !== undefined) return task.open && task.committed.size === 0;
  return consumed === 0;
}

function rerouted(message: EventRecord, seq: number): Detected {
  const chain: EventRecord[] = [];
  for (let one: EventRecord | null = message; one !== null; one = one.passesOn) chain.unshift(one);
  const senders = chain.flatMap(({ seats }) => seats);
  const evidence = ascending([...chain.map(({ id }) => id), seq]);
  const about = message.task === null ? 'A request' : `The request to take ${message.task}`;
  return {
    seats: ascending(senders),
    task: message.task,
    evidence,
    sentence: `${about} has been passed on ${message.hops} times, by ${agents(ascending(senders))} ${path(evidence)}, and nobody has taken it up.`,
  };
}
