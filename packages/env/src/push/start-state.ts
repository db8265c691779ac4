import type { PushSetup } from './push-simulation.js';
import type { PushState } from './state.js';

/** What a `push` world starts with, whatever moves its bodies: blocks where the layout has them, seats at rest. */
export function startState({ layout, options }: PushSetup): Omit<PushState, 'bodies' | 'contacts'> {
  return {
    tick: 0,
    score: 0,
    blocks: layout.blocks.map(({ id, weight, side }) => {
      const needsKey = options.lockedWeights.includes(weight);
      return { id, weight, side, needsKey, locked: needsKey, delivered: false };
    }),
    seats: layout.agents.map(() => ({ action: null, task: null, assigned: 0, memory: null })),
    pushersChanged: false,
    attempts: [],
    constraints: [],
  };
}
