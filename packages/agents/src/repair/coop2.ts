import { TICKS_PER_SECOND, type Json, type PredictedFailure } from '@quorum/events';
import { z } from 'zod';
import type { RepairPolicy, RepairStep, RepairView } from '../contract/repair-policy.js';
import { advise } from './advise.js';
import { repairNotice } from './notice.js';
import { jointPlan, openTasks, type OpenTask } from './outlook.js';
import { predict } from './predict.js';

const options = z.strictObject({
  guidance: z.boolean().default(true).describe('tell the seats concerned who had better do what'),
  channel: z
    .boolean()
    .default(true)
    .describe('let the seats concerned speak once each before they plan anew'),
  cooldownSeconds: z
    .number()
    .min(0)
    .max(3600)
    .default(5)
    .describe('body time for which a task is not repaired again'),
});

type Gate = {
  /** Plans compared last. */
  signature: string;
  /** They would have done. */
  passed: boolean;
  /** Tick at which each task was last repaired. */
  repaired: Record<string, number>;
};

/** The gate of COOP² (arXiv 2603.00349v2). With neither guidance nor channel it only predicts. */
export const coop2: RepairPolicy = {
  name: 'coop2',
  summary: 'predicts whether the plans meet the constraints of their tasks, and has failing ones made anew',
  version: 1,
  options,
  refuses({ mode }, protocol) {
    if (mode === 'async') {
      return 'plans are compared when all seats are ready, and in clock mode async the world never waits for that';
    }
    return protocol === 'solo' ? 'one mind plans for all bodies, and there is nobody to agree with' : null;
  },
  init: () => ({ signature: '', passed: true, repaired: {} }),
  check(state, view) {
    const gate = state as Gate;
    const signature = view.seats.map(({ commitment }) => commitment ?? '-').join(' ');
    const isNew = signature !== gate.signature;
    // Nobody sets off, or all has been found well.
    if (!view.seats.some(({ isWaiting }) => isWaiting) || (!isNew && gate.passed)) return goAhead(gate);
    return judge({ ...gate, signature }, view, isNew);
  },
};

function judge(gate: Gate, view: RepairView, isNew: boolean): RepairStep {
  const open = openTasks(view);
  const failures = foresee(view, open);
  const checked = { ...gate, passed: failures.length === 0 };
  if (failures.length === 0) return goAhead(checked, { outcome: 'passed', failures, advice: [] });

  const free = freeSeats(view, failures);
  const advice = advise(view, open, failures, free);
  const told = advice.map(({ seat, task }) => ({ seat, task }));
  const { guidance, channel: speak, cooldownSeconds } = view.options as z.output<typeof options>;
  const find = (outcome: 'repaired' | 'cooldown' | 'predicted') => ({ outcome, failures, advice: told });
  if (!guidance && !speak) return goAhead(checked, isNew ? find('predicted') : null);

  const cooled = view.tick - cooldownSeconds * TICKS_PER_SECOND;
  const due = failures.filter(({ task }) => (gate.repaired[task] ?? -Infinity) <= cooled);
  // A cool-down of nothing would have the same plans repaired for ever at one instant.
  const isHot = due.every(({ task }) => gate.repaired[task] === view.tick);
  if (isHot) return goAhead(checked, isNew ? find('cooldown') : null);
  const stamped = Object.fromEntries(due.map(({ task }) => [task, view.tick]));
  const members = [
    ...new Set([...failures.flatMap(({ seats }) => seats), ...advice.map(({ seat }) => seat)]),
  ];
  members.sort((a, b) => a - b);
  return {
    state: { ...checked, repaired: { ...gate.repaired, ...stamped } },
    finding: find('repaired'),
    members,
    speak,
    notice: repairNotice(failures, guidance ? advice : null, members, speak),
  };
}

/** What plans for open tasks will miss; what is not open, or not seen to be, is not judged. */
function foresee(view: RepairView, open: readonly OpenTask[]): PredictedFailure[] {
  return open.flatMap((one) => {
    const seats = view.seats.flatMap(({ plan }, seat) => (plan?.task === one.task ? [seat] : []));
    return seats.length === 0 ? [] : predict(jointPlan(view, one, seats));
  });
}

/** Seats whose plans fail, and those that are not at any task. */
function freeSeats(view: RepairView, failures: readonly PredictedFailure[]): number[] {
  const failing = new Set(failures.flatMap(({ seats }) => seats));
  return view.seats.flatMap(({ plan }, seat) =>
    failing.has(seat) || (plan !== null && plan.task === null) ? [seat] : [],
  );
}

function goAhead(state: Json, finding: RepairStep['finding'] = null): RepairStep {
  return { state, finding, members: [], speak: false, notice: '' };
}
