import type { ActivationRecord, EventRecord, GraphState } from './graph-state.js';

/** How an episode's time hangs together. Microseconds of virtual time. */
export interface CriticalPath {
  /** Longest chain of thoughts and plans, each of which rests on the one before. */
  readonly micros: number;
  /** Time of all thoughts and plans together. */
  readonly workMicros: number;
  /** The chain: activations, and plans for a task, in log order. */
  readonly path: readonly number[];
}

interface Reached {
  readonly micros: number;
  /** The node before, or null at the beginning. */
  readonly before: number | null;
}

/**
 * The critical path: activations weigh what they took, plans for a task what they lasted, messages and what is seen
 * nothing. What has not ended weighs nothing yet. Cost: the size of the graph.
 */
export function criticalPath({ activations, events, nodeOf }: GraphState): CriticalPath {
  const reached = new Map<number, Reached>();
  let workMicros = 0;
  let last: number | null = null;
  const reach = (id: number, duration: number, before: readonly number[]): void => {
    let longest: Reached = { micros: 0, before: null };
    for (const node of before) {
      const there = reached.get(node);
      if (there !== undefined && (longest.before === null || there.micros > longest.micros)) {
        longest = { micros: there.micros, before: node };
      }
    }
    workMicros += duration;
    const micros = longest.micros + duration;
    reached.set(id, { micros, before: longest.before });
    if (last === null || micros > (reached.get(last)?.micros ?? 0)) last = id;
  };

  // A node's inputs stand before it in the log.
  const nodes = [...activations.values(), ...[...events.values()].filter(isPlan)].sort((a, b) => a.id - b.id);
  for (const node of nodes) {
    if (node.kind === 'activation') reach(node.id, thoughtMicros(node), inputsOf(node, nodeOf));
    else
      reach(node.id, node.task === null || node.ended === null ? 0 : node.ended - node.time, node.producers);
  }

  const path: number[] = [];
  for (let id: number | null = last; id !== null; id = reached.get(id)?.before ?? null) path.push(id);
  return { micros: last === null ? 0 : (reached.get(last)?.micros ?? 0), workMicros, path: path.reverse() };
}

const isPlan = ({ kind }: EventRecord): boolean => kind === 'plan';

const thoughtMicros = ({ time, end }: ActivationRecord): number => (end === null ? 0 : end.time - time);

/** Thoughts and plans that an activation rests on. */
function inputsOf(activation: ActivationRecord, nodeOf: GraphState['nodeOf']): number[] {
  const inputs = [...activation.wokenBy];
  for (const ids of [activation.consumed, activation.perceived]) {
    for (const id of ids) {
      const event = nodeOf.get(id);
      if (event === undefined || event.kind === 'activation') continue;
      if (event.kind === 'plan') inputs.push(id);
      else inputs.push(...event.producers);
    }
  }
  return inputs;
}
