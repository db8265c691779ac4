import { z } from 'zod';
import type { Fault, FaultView, MadeDecision } from '../contract/fault.js';
import { sayAct } from '../stand-in/speech-acts.js';
import { culprit, culpritOf, fromSeconds, hasBegun, missingSeat } from './culprit.js';
import { tell } from './tell.js';
import { withPlan } from './with-plan.js';

type State = {
  readonly task: string | null;
  /** Whose turn it is to pass the request on. */
  readonly holder: number;
  /** The log was so long when it got the request. */
  readonly since: number;
  readonly left: number;
};

/** A request that is passed on and on, and done by nobody. */
export const rerouteRing: Fault = {
  name: 'reroute-ring',
  summary: 'who is asked to take a task passes the request on to the next one',
  version: 1,
  options: z.strictObject({
    fromSeconds,
    seat: culprit,
    hops: z.int().min(1).max(100).default(5).describe('how often the request is passed on'),
  }),
  refuses: (seats, options) => (seats < 2 ? 'alone, nobody is asked' : missingSeat(seats, options)),
  init: (view) => ({
    task: null,
    holder: culpritOf(view),
    since: -1,
    left: (view.options['hops'] as number) + 1,
  }),
  decision(state, made, view) {
    const { holder, since, left } = state as State;
    const isHolder = made.seat === holder && made.activation > since && made.to.length > 0;
    if (!hasBegun(view) || !isHolder || left === 0) return null;
    return passOn(state as State, made, view);
  },
};

/** Asks the next seat, and has no time itself. */
function passOn(
  { task: passed, left }: State,
  { seat, to, purpose, decision }: MadeDecision,
  view: FaultView,
) {
  const open = view.proposals(seat);
  const known = open.find(({ task }) => task === passed);
  // Once its task is over, the request goes round no more.
  if (passed !== null && known === undefined) return null;
  const task = (known ?? open.find(({ requiredAgents }) => requiredAgents > 1) ?? open[0])?.task;
  const next = to.find((other) => other > seat) ?? to[0];
  if (task === undefined || next === undefined) return null;
  const message = {
    to: tell(view.channel, [next]),
    kind: 'request' as const,
    task,
    text: sayAct({ act: 'request', task, of: next }),
  };
  const idle = { task: null, actions: [view.scenario.idle(1)] };
  const own = view.seats[seat]?.plan ?? null;
  const onlySpeaks = purpose === 'speak' || purpose === 'reply';
  const kept = own === null ? idle : null;
  return {
    state: { task, holder: next, since: view.nextSeq, left: left - 1 },
    value: { ...(onlySpeaks ? decision : withPlan(decision, kept)), messages: [message] },
    seat,
    task,
    note: `agent ${seat} passes ${task} on to agent ${next}`,
  };
}
