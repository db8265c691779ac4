import type { Protocol } from '../contract/protocol.js';
import { independent } from '../protocols/independent.js';

/** Like `independent`, but a seat that is woken is asked whether to go on, not for another plan. */
export const interrupting: Protocol = {
  ...(independent as Protocol),
  name: 'interrupting',
  step(state, event, view, setup) {
    const step = independent.step(null, event, view, setup);
    const activations = step.activations.map((request) =>
      request.purpose === 'repair' ? { ...request, purpose: 'interrupt' as const } : request,
    );
    return { ...step, state, activations };
  },
};
