import { z } from 'zod';
import type { Fault } from '../contract/fault.js';
import { culprit, culpritOf, fromSeconds, hasBegun, missingSeat } from './culprit.js';

/** A seat that nobody hears, and that does not know it. */
export const mute: Fault = {
  name: 'mute',
  summary: 'nothing that a seat says leaves it',
  version: 1,
  options: z.strictObject({ fromSeconds, seat: culprit }),
  refuses: missingSeat,
  init: culpritOf,
  decision(state, { seat, to, decision }, view) {
    const { messages = [], ...rest } = decision;
    if (!hasBegun(view) || seat !== state || messages.length === 0 || to.length === 0) return null;
    const [{ task = null } = {}] = messages;
    return { state, value: rest, seat, task, note: `agent ${seat} says ${messages.length} in vain` };
  },
};
