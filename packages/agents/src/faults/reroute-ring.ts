import { z } from 'zod';
import type { Proposal } from '@quorum/env';
import type { Decision, PlanDecision } from '../contract/agent.js';
import type { Fault, FaultView, MadeDecision, Spoilt } from '../contract/fault.js';
import { sayAct } from '../stand-in/speech-acts.js';
import { culprit, culpritOf, fromSeconds, hasBegun, missingSeat } from './culprit.js';
import { tell } from './tell.js';
import { withPlan } from './with-plan.js';

type State = {
  readonly task: string | null;
  /** Whose turn it is to pass the request on; it will not do it either. */
  readonly holder: number;
  /** The log was so long when it got the request. */
  readonly since: number;
  readonly left: number;
  /** Who has passed it on, and so will not do it. */
  readonly passed: readonly number[];
};

/** A request that is passed on and on, and done by nobody. */
export const rerouteRing: Fault = {
  name: 'reroute-ring',
  summary: 'who is asked to take a task passes the request on to the next one',
  version: 2,
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
    passed: [],
  }),
  decision(state, made, view) {
    const { holder, since, left, passed, task } = state as State;
    if (!hasBegun(view) || left === 0) return null;
    const isHolder = made.seat === holder && made.activation > since && made.to.length > 0;
    if (isHolder) return passOn(state as State, made, view);
    const { seat, decision } = made;
    if (task === null || decision.plan?.task !== task || ![...passed, holder].includes(seat)) return null;
    const value = withPlan(decision, idlePlan(seat, view));
    return { state, value, seat, task, note: `agent ${seat} leaves ${task} to others` };
  },
};

/** Asks the next seat, and has no time itself. */
function passOn(
  { task: known, left, passed }: State,
  { seat, to, purpose, decision }: MadeDecision,
  view: FaultView,
): Spoilt<Decision> | null {
  const open = view.proposals(seat);
  const same = open.find(({ task }) => task === known);
  // Once its task is over, the request goes round no more.
  if (known !== null && same === undefined) return null;
  const task = (same ?? orphanOf(open, view))?.task;
  const next = to.find((other) => other > seat) ?? to[0];
  if (task === undefined || next === undefined) return null;
  const message = {
    to: tell(view.channel, [next]),
    kind: 'request' as const,
    task,
    text: sayAct({ act: 'request', task, of: next }),
  };
  const onlySpeaks = purpose === 'speak' || purpose === 'reply';
  const planned = onlySpeaks ? decision : withPlan(decision, idlePlan(seat, view));
  return {
    state: { task, holder: next, since: view.nextSeq, left: left - 1, passed: [...passed, seat] },
    value: { ...planned, messages: [message] },
    seat,
    task,
    note: `agent ${seat} passes ${task} on to agent ${next}`,
  };
}

/** The least attractive task that needs several and that nobody is at: others would take up a better one by themselves. */
function orphanOf(open: readonly Proposal[], { seats }: FaultView): Proposal | undefined {
  const free = open.filter(({ task }) => seats.every(({ plan }) => plan?.task !== task));
  return free.findLast(({ requiredAgents }) => requiredAgents > 1) ?? free.at(-1);
}

/** Nothing to do for a seat without a plan; null, to keep it, for one with a plan. */
const idlePlan = (seat: number, { seats, scenario }: FaultView): PlanDecision | null =>
  (seats[seat]?.plan ?? null) === null ? { task: null, actions: [scenario.idle(1)] } : null;
