import { z } from 'zod';
import type { Decision } from '../contract/agent.js';
import type { Fault, FaultView, MadeDecision, Spoilt } from '../contract/fault.js';
import { sayAct } from '../stand-in/speech-acts.js';
import { culprit, culpritOf, fromSeconds, hasBegun, missingSeat } from './culprit.js';
import { tell } from './tell.js';

type State = { readonly culprit: number; readonly task: string | null };

/** A seat that calls its task done while it is open, and never touches it again. */
export const earlySubmit: Fault = {
  name: 'early-submit',
  summary: 'a seat tells the others that a task is done while it is open, and leaves it',
  version: 1,
  options: z.strictObject({ fromSeconds, seat: culprit }),
  refuses: missingSeat,
  init: (view) => ({ culprit: culpritOf(view), task: null }),
  decision(state, made, view) {
    const { culprit: seat, task } = state as State;
    if (!hasBegun(view) || made.seat !== seat) return null;
    return task === null ? declare(made, view) : stayAway(made, task);
  },
};

function declare({ seat, purpose, to, decision }: MadeDecision, view: FaultView): Spoilt<Decision> | null {
  if (to.length === 0) return null;
  const open = view.proposals(seat);
  const own = view.seats[seat]?.plan?.task ?? decision.plan?.task;
  const task = (open.find((proposal) => proposal.task === own) ?? open[0])?.task;
  if (task === undefined) return null;
  const claim = view.scenario.language.done?.(task) ?? null;
  const message = {
    to: tell(view.channel, to),
    kind: 'inform' as const,
    task,
    text: sayAct({ act: 'done', task }),
    claims: claim === null ? [] : [claim],
  };
  // Who only speaks before it plans, plans later.
  const onlySpeaks = (purpose === 'speak' || purpose === 'reply') && view.seats[seat]?.plan === null;
  const plan = { task: null, actions: [view.scenario.idle(1)] };
  const value = { state: decision.state, messages: [message], ...(onlySpeaks ? {} : { plan }) };
  return { state: { culprit: seat, task }, value, seat, task, note: `calls ${task} done` };
}

/** Plans for the task come to nothing. */
function stayAway({ seat, decision }: MadeDecision, task: string): Spoilt<Decision> | null {
  const { plan, ...value } = decision;
  if (plan?.task !== task) return null;
  return { state: { culprit: seat, task }, value, seat, task, note: `leaves ${task} alone` };
}
