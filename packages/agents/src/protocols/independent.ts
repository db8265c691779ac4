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
  options: z.strictObject({}),
  refuses: (topology, _channel, options) => needsSilence(topology, options),
  roles: ({ seats }) => Array.from({ length: seats }, () => 'member'),
  init: () => null,
  step(_state, event, { seats }) {
    const { cause } = event;
    if (event.kind === 'unplanned') return activate({ seat: event.seat, purpose: 'plan', cause });
    if (event.kind === 'woken' && seats[event.seat]?.thinking === false) {
      return activate({ seat: event.seat, purpose: 'repair', cause });
    }
    return activate();
  },
};

function activate(...activations: ActivationRequest[]): ProtocolStep<null> {
  return { state: null, activations, timeouts: [] };
}
