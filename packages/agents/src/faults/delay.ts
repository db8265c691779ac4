import { z } from 'zod';
import type { Fault } from '../contract/fault.js';
import { culprit, culpritOf, fromSeconds, hasBegun, missingSeat } from './culprit.js';

/** Messages that arrive when they are old. */
export const delay: Fault = {
  name: 'delay',
  summary: 'what a seat says arrives late, and later messages may overtake it',
  version: 1,
  options: z.strictObject({
    fromSeconds,
    seat: culprit,
    seconds: z.number().positive().max(1000).default(20).describe('how late, virtual time'),
  }),
  refuses: missingSeat,
  init: culpritOf,
  outcomes(state, { message, outcomes }, view) {
    const { from, task } = message;
    if (!hasBegun(view) || from !== state || outcomes.every((one) => 'lost' in one)) return null;
    const seconds = view.options['seconds'] as number;
    const late = Math.round(seconds * 1_000_000);
    const value = outcomes.map((one) =>
      'lost' in one ? one : { ...one, delayMicros: one.delayMicros + late, held: true as const },
    );
    return { state, value, seat: from, task, note: `${seconds} s late` };
  },
};
