import { z } from 'zod';
import type { Proposal } from '@quorum/env';
import type { PlanDecision } from '../contract/agent.js';
import type { Fault, FaultView } from '../contract/fault.js';
import { fromSeconds, hasBegun, someSeats } from './culprit.js';
import { withPlan } from './with-plan.js';

type State = {
  readonly pair: readonly number[];
  /** The two tasks; empty before the first strike, and once one of them is over. */
  readonly tasks: readonly string[];
  /** How often each seat has been sent to one of them. */
  readonly visits: Readonly<Record<string, number>>;
};

/** Two seats that change places again and again, and get nothing done. */
export const swapPlaces: Fault = {
  name: 'swap-places',
  summary: 'two seats go to and fro between two tasks that take several, each leaving as the other comes',
  version: 1,
  options: z.strictObject({
    fromSeconds,
    seconds: z.number().positive().max(100).default(3).describe('how long each stays, body time'),
  }),
  refuses: (seats) => (seats < 2 ? 'alone, nobody changes places' : null),
  init: (view) => ({ pair: someSeats(view, 2), tasks: [], visits: {} }),
  decision(state, { seat, decision }, view) {
    const { pair, visits } = state as State;
    if (!hasBegun(view) || !pair.includes(seat) || decision.plan === undefined) return null;
    const open = view.proposals(seat).filter(({ requiredAgents }) => requiredAgents > 1);
    const tasks = placesOf(state as State, open);
    const before = visits[seat] ?? 0;
    const next = open.find(({ task }) => task === tasks[(before + pair.indexOf(seat)) % tasks.length]);
    if (next === undefined) return null;
    const isOnItsWay = tasks.includes(view.seats[seat]?.plan?.task ?? '');
    return {
      state: { pair, tasks, visits: isOnItsWay ? visits : { ...visits, [seat]: before + 1 } },
      value: withPlan(decision, isOnItsWay ? null : visit(next, view)),
      seat,
      task: next.task,
      note: `agent ${seat} only looks in at ${next.task}`,
    };
  },
};

/** The two tasks so far while both are open; else the two that take the most. */
function placesOf({ tasks }: State, open: readonly Proposal[]): readonly string[] {
  if (tasks.length > 0 && tasks.every((task) => open.some((one) => one.task === task))) return tasks;
  const most = open.toSorted((a, b) => b.requiredAgents - a.requiredAgents).slice(0, 2);
  return most.length < 2 ? [] : most.map(({ task }) => task);
}

/** Goes there, stays for a while, and leaves before anything is done. */
function visit({ task, actions }: Proposal, { scenario, options }: FaultView): PlanDecision {
  return { task, actions: [...actions.slice(0, 1), scenario.idle(options['seconds'] as number)] };
}
