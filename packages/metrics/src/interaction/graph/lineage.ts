import type { GraphState } from './graph-state.js';

/** What a walk back through the graph follows besides messages and the turns of talk. */
export interface Follow {
  /** Own plans whose end woke a seat: its whole history. */
  readonly plans: boolean;
  /** What others had done to the world. */
  readonly implicit: boolean;
}

/**
 * Activations that some activations go back to, themselves included, by the inputs that each of them consumed. Cost:
 * the graph behind them.
 */
export function lineageOf(state: GraphState, activations: Iterable<number>, follow: Follow): Set<number> {
  const found = new Set<number>();
  const open: number[] = [];
  const add = (ids: Iterable<number>): void => {
    for (const id of ids) {
      if (found.has(id)) continue;
      found.add(id);
      open.push(id);
    }
  };
  add(activations);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const activation = state.activations.get(id);
    if (activation === undefined) continue;
    add(activation.wokenBy);
    for (const input of activation.consumed) {
      const event = state.events.get(input);
      if (event !== undefined && (follow.plans || event.kind !== 'plan')) add(event.producers);
    }
    if (!follow.implicit) continue;
    for (const input of activation.perceived) add(state.events.get(input)?.producers ?? []);
  }
  return found;
}
