import { z } from 'zod';
import type { Proposal } from '@quorum/env';
import type { Fault, FaultView } from '../contract/fault.js';
import { culprit, culpritOf, fromSeconds, hasBegun, missingSeat } from './culprit.js';
import { planOf, withPlan } from './with-plan.js';

type State = { readonly culprit: number; readonly task: string | null };

/** A seat that does again what enough others are doing already. */
export const duplicateTask: Fault = {
  name: 'duplicate-task',
  summary:
    'a seat joins tasks that had as many agents as they need, on their way, when it began to think, and stays',
  version: 3,
  options: z.strictObject({ fromSeconds, seat: culprit }),
  refuses: (seats, options) =>
    seats < 2 ? 'alone, nobody does anything twice' : missingSeat(seats, options),
  init: (view) => ({ culprit: culpritOf(view), task: null }),
  decision(state, { seat, decision, activation }, view) {
    const { culprit: own, task: joined } = state as State;
    if (!hasBegun(view) || seat !== own || decision.plan === undefined) return null;
    const current = view.seats[seat]?.plan?.task ?? null;
    const open = view.proposals(seat);
    const again =
      open.find(({ task }) => task === joined) ??
      open.find((one) => isStaffed(one, { seat, since: activation }, view));
    if (again === undefined || decision.plan.task === again.task) return null;
    const { task } = again;
    const value = withPlan(decision, current === task ? null : planOf(again));
    return { state: { culprit: seat, task }, value, seat, task, note: `agent ${seat} is one too many` };
  },
};

/** Whether enough others had a plan for the task before the seat began to think, and are still on their way to it. */
function isStaffed(
  { task, requiredAgents }: Proposal,
  { seat, since }: { readonly seat: number; readonly since: number },
  { seats }: FaultView,
): boolean {
  const others = seats.filter(
    ({ plan, planned }, other) =>
      other !== seat && plan?.task === task && plan.done === 0 && (planned ?? since) < since,
  );
  return others.length >= requiredAgents;
}
