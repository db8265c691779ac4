import type { Protocol } from '../contract/protocol.js';
import { independent } from '../protocols/independent.js';

/**
 * Like `independent`, but whoever thinks may address all neighbours, and what calls for action interrupts seats with a
 * plan. Talk without an end unless agents or budgets end it.
 */
export const openFloor: Protocol = {
  ...(independent as Protocol),
  name: 'open-floor',
  refuses: () => null,
  roles: ({ seats }) => Array.from({ length: seats }, (_, seat) => (seat === 0 ? 'leader' : 'member')),
  step(state, event, view, setup) {
    const step = independent.step(null, event, view, setup);
    const requests = [...step.activations];
    if (event.kind === 'delivered' && event.work) {
      const { seat, cause } = event;
      if (view.seats[seat]?.planned === true && !view.seats[seat].thinking) {
        requests.push({ seat, purpose: 'interrupt', cause });
      }
    }
    const activations = requests.map((request) => ({ to: view.graph.out[request.seat] ?? [], ...request }));
    return { state, activations, timeouts: step.timeouts };
  },
};
