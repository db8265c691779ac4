import { z } from 'zod';
import type { Fault, FaultView } from '../contract/fault.js';
import { fromSeconds, hasBegun, someSeats } from './culprit.js';
import { planOf, withPlan } from './with-plan.js';

type State = {
  readonly circle: readonly number[];
  /** Task that each seat of the circle waits at. */
  readonly tasks: Readonly<Record<string, string>>;
  /** How often each seat has been sent there. */
  readonly sent: Readonly<Record<string, number>>;
};

/** Seats that wait for each other, each at a task of its own that needs more than one. */
export const circularWait: Fault = {
  name: 'circular-wait',
  summary: 'seats wait for each other, each at another task that it cannot do alone',
  version: 1,
  options: z.strictObject({
    fromSeconds,
    size: z.int().min(2).nullable().default(null).describe('how many seats, drawn; null: all'),
    times: z
      .int()
      .min(1)
      .nullable()
      .default(null)
      .describe('how often each seat is sent to its task; null: always'),
  }),
  refuses(seats, { size }) {
    const wanted = (size as number | null) ?? 2;
    return wanted > seats ? `${seats} agents make no circle of ${wanted}` : null;
  },
  init: (view) => ({
    circle: someSeats(view, (view.options['size'] as number | null) ?? view.seats.length),
    tasks: {},
    sent: {},
  }),
  decision(state, { seat, decision }, view) {
    const { circle, tasks, sent } = state as State;
    if (!hasBegun(view) || !circle.includes(seat) || decision.plan === undefined) return null;
    const before = sent[seat] ?? 0;
    if (before >= ((view.options['times'] as number | null) ?? Infinity)) return null;
    const own = taskFor(seat, state as State, view);
    if (own === undefined || decision.plan.task === own.task) return null;
    const { task } = own;
    const isAtIt = view.seats[seat]?.plan?.task === task;
    return {
      state: { circle, tasks: { ...tasks, [seat]: task }, sent: { ...sent, [seat]: before + 1 } },
      value: withPlan(decision, isAtIt ? null : planOf(own)),
      seat,
      task,
      note: `agent ${seat} waits at ${task}`,
    };
  },
};

/** The task that the seat has waited at, else one that needs several and that nobody else waits at. */
function taskFor(seat: number, { tasks }: State, view: FaultView) {
  const open = view.proposals(seat).filter(({ requiredAgents }) => requiredAgents > 1);
  const others = Object.entries(tasks).flatMap(([other, task]) => (Number(other) === seat ? [] : [task]));
  return (
    open.find(({ task }) => task === tasks[seat]) ??
    open
      .filter(({ task }) => !others.includes(task))
      .toSorted((a, b) => b.requiredAgents - a.requiredAgents)[0]
  );
}
