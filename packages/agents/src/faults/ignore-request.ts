import { z } from 'zod';
import type { Fault } from '../contract/fault.js';
import { culprit, culpritOf, fromSeconds, hasBegun, missingSeat } from './culprit.js';
import { withPlan } from './with-plan.js';

type State = {
  readonly asker: number;
  /** What it has asked for. */
  readonly tasks: readonly string[];
};

/** Requests that are taken in, and that nobody does anything about. */
export const ignoreRequest: Fault = {
  name: 'ignore-request',
  summary: 'what a seat asks for is heard, perhaps even promised, and done by nobody who is asked',
  version: 1,
  options: z.strictObject({ fromSeconds, seat: culprit }),
  refuses: (seats, options) => (seats < 2 ? 'alone, nobody is asked' : missingSeat(seats, options)),
  init: (view) => ({ asker: culpritOf(view), tasks: [] }),
  outcomes(state, { message: { from, work, task }, outcomes }, view) {
    const { asker, tasks } = state as State;
    if (!hasBegun(view) || from !== asker || !work || task === null || tasks.includes(task)) return null;
    return {
      state: { asker, tasks: [...tasks, task] },
      value: outcomes,
      seat: from,
      task,
      note: `nobody will do what agent ${from} asks for`,
    };
  },
  decision(state, { seat, decision }, view) {
    const { asker, tasks } = state as State;
    const task = decision.plan?.task ?? null;
    if (seat === asker || task === null || !tasks.includes(task)) return null;
    const value = withPlan(decision, { task: null, actions: [view.scenario.idle(2)] });
    return { state, value, seat, task, note: `agent ${seat} does nothing about ${task}` };
  },
};
