import { z } from 'zod';
import type { ActivationRequest, Protocol, ProtocolStep } from '../contract/protocol.js';
import { needsSilence } from './contradictions.js';

/**
 * Everyone for themselves: a seat without a plan makes one, nobody talks. A seat that an observer wakes thinks again,
 * unless it is thinking already.
 */
export const independent: Protocol<null> = {
  name: 'independent',
  summary: 'every seat plans for itself, nobody talks',
  version: 1,
  options: z.strictObject({
    sharedObservation: z
      .boolean()
      .default(false)
      .describe('every seat sees everything, as if all had told all they know'),
  }),
  refuses: (topology, _channel, options) => needsSilence(topology, options),
  sharesObservation: ({ sharedObservation }) => sharedObservation === true,
  roles: ({ seats }) => Array.from({ length: seats }, () => 'member'),
  init: () => null,
  step(_state, event, { seats }) {
    if (event.kind !== 'unplanned' && event.kind !== 'woken') return activate();
    const { kind, seat, cause } = event;
    // Woken just when its plan ended, it is thinking of a new one already.
    if (seats[seat]?.thinking !== false) return activate();
    return activate({ seat, purpose: kind === 'woken' ? 'repair' : 'plan', cause });
  },
};

function activate(...activations: ActivationRequest[]): ProtocolStep<null> {
  return { state: null, activations, timeouts: [] };
}
