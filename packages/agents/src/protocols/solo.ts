import { z } from 'zod';
import type { ActivationRequest, Protocol } from '../contract/protocol.js';
import { seatList } from '../topologies/graphs.js';
import { needsSilence } from './contradictions.js';
import { transition } from './transition.js';

/** Seat that thinks for all. */
const MIND = 0;

/** What keeps the mind busy; events are kept by their `seq`. */
type Mind = {
  thinking: boolean;
  woken: readonly number[] | null;
};

/**
 * One mind, all bodies: seat 0 plans for every seat that has no plan. Seats that lose their plan while it thinks wait
 * for its next activation.
 */
export const solo: Protocol<Mind> = {
  name: 'solo',
  summary: 'seat 0 plans for the whole team, nobody else thinks',
  version: 1,
  options: z.strictObject({}),
  refuses: (topology, _channel, options) => needsSilence(topology, options),
  roles: ({ seats }) => seatList(seats).map((seat) => (seat === MIND ? 'mind' : 'body')),
  init: () => ({ thinking: false, woken: null }),
  step: (state, event, { seats }) =>
    transition(state, (mind, requests) => {
      if (event.kind === 'decided') mind.thinking = false;
      if (event.kind === 'woken') mind.woken = event.cause;
      if (mind.thinking) return;
      const open = seatList(seats.length).filter((seat) => seats[seat]?.planned === false);
      if (open.length === 0 && mind.woken === null) return;
      const purpose: ActivationRequest['purpose'] = mind.woken === null ? 'plan' : 'repair';
      const cause = mind.woken ?? event.cause;
      mind.thinking = true;
      mind.woken = null;
      requests.activate({ seat: MIND, purpose, commands: open.filter((seat) => seat !== MIND), cause });
    }),
};
