import { z } from 'zod';
import type { Fault } from '../contract/fault.js';
import { sayAct } from '../stand-in/speech-acts.js';
import { culprit, culpritOf, fromSeconds, hasBegun, missingSeat } from './culprit.js';
import { tell } from './tell.js';

type State = { readonly culprit: number; readonly task: string | null };

/** A seat that sets more agents to a task than it takes. */
export const overAsk: Fault = {
  name: 'over-ask',
  summary: 'a seat asks everybody to take a task that takes fewer',
  version: 1,
  options: z.strictObject({ fromSeconds, seat: culprit }),
  refuses: (seats, options) => (seats < 2 ? 'alone, nobody is asked' : missingSeat(seats, options)),
  init: (view) => ({ culprit: culpritOf(view), task: null }),
  decision(state, { seat, to, decision }, view) {
    const { culprit: own, task: known } = state as State;
    if (!hasBegun(view) || seat !== own || (decision.messages ?? []).length === 0) return null;
    const open = view.proposals(seat).filter(({ requiredAgents }) => requiredAgents < to.length);
    const { task } = open.find((one) => one.task === known) ?? open[0] ?? {};
    if (task === undefined) return null;
    const message = {
      to: tell(view.channel, to),
      kind: 'request' as const,
      task,
      text: to.map((of) => sayAct({ act: 'request', task, of })).join(' '),
    };
    return {
      state: { culprit: own, task },
      value: { ...decision, messages: [message] },
      seat,
      task,
      note: `agent ${seat} asks ${to.length} for ${task}`,
    };
  },
};
