import { z } from 'zod';
import type { Fault } from '../contract/fault.js';
import { fromSeconds, hasBegun, someSeats } from './culprit.js';

/** Minds that stop. */
export const crash: Fault = {
  name: 'crash',
  summary: 'minds stop: they say nothing and plan nothing any more; their bodies finish what they are at',
  version: 1,
  options: z.strictObject({
    fromSeconds,
    count: z.int().min(1).default(1).describe('how many seats crash, drawn'),
  }),
  refuses: (seats, { count }) =>
    (count as number) > seats ? `${count as number} of ${seats} agents cannot crash` : null,
  init: (view) => someSeats(view, view.options['count'] as number),
  decision(state, { seat, decision }, view) {
    if (!hasBegun(view) || !(state as number[]).includes(seat)) return null;
    const task = decision.plan?.task ?? view.seats[seat]?.plan?.task ?? null;
    return { state, value: { state: decision.state }, seat, task, note: `agent ${seat} has crashed` };
  },
};
