import { z } from 'zod';
import type { Fault } from '../contract/fault.js';
import { culprit, culpritOf, fromSeconds, hasBegun, missingSeat } from './culprit.js';

/** Messages that call for action and reach nobody. */
export const dropRecipient: Fault = {
  name: 'drop-recipient',
  summary: 'recipients of what a seat asks for are dropped on the way',
  version: 1,
  options: z.strictObject({
    fromSeconds,
    seat: culprit,
    share: z.number().min(0).max(1).default(1).describe('chance of each recipient to be dropped'),
  }),
  refuses: missingSeat,
  init: culpritOf,
  outcomes(state, { message, outcomes }, view) {
    const { from, id, work, task } = message;
    if (!hasBegun(view) || from !== state || !work) return null;
    const share = view.options['share'] as number;
    const isDropped = (to: number) => view.rng('drop', id, to).uniform() < share;
    const dropped = new Set(outcomes.flatMap((one) => ('lost' in one || !isDropped(one.to) ? [] : [one.to])));
    if (dropped.size === 0) return null;
    // A recipient is dropped once, however many copies were on their way.
    const lost = [...dropped].map((to) => ({ to, lost: 'loss' as const }));
    const value = [...outcomes.filter(({ to }) => !dropped.has(to)), ...lost].sort((a, b) => a.to - b.to);
    return { state, value, seat: from, task, note: `dropped for ${[...dropped].join(', ')}` };
  },
};
