import type {
  ActionAssigned,
  AttemptEnded,
  AttemptStarted,
  PlanCommitted,
  QuorumEvent,
} from '@quorum/events';
import {
  createShownMessages,
  noteShown,
  shownTo,
  SHOWN_EVENTS,
  type Delivery,
  type ShownMessages,
} from './shown-messages.js';
import type { Step } from './steps.js';

/** Messages that reached a seat, and how many of them the log links to each step. */
export interface LinkedCounts extends Readonly<Record<Step, number>> {
  /** Arrivals, duplicates left out. */
  readonly delivered: number;
  /** Of these, those that an activation was shown. */
  readonly shown: number;
}

/** The plan of a seat, and what it goes on to. */
interface LinkedPlan {
  readonly seq: number;
  readonly task: string | null;
  /** What it rests on, if it is a change of plan. */
  readonly deliveries: readonly Delivery[];
  /** `seq` of its latest action. */
  assigned: number;
}

/** Follows messages along the links of the log. */
export interface LinkedSteps {
  readonly shown: ShownMessages;
  readonly plans: (LinkedPlan | null)[];
  /** What open attempts rest on, by `seq` of their start. */
  readonly attempts: Map<number, readonly Delivery[]>;
  readonly counts: { -readonly [K in keyof LinkedCounts]: LinkedCounts[K] };
}

/** Event types that `noteLinks` takes in. */
export const LINK_EVENTS = [
  ...SHOWN_EVENTS,
  'activation.stage',
  'plan.committed',
  'action.assigned',
  'attempt.started',
  'attempt.ended',
] as const;

export function createLinkedSteps(seats: number): LinkedSteps {
  return {
    shown: createShownMessages(seats),
    plans: Array.from({ length: seats }, () => null),
    attempts: new Map(),
    counts: { delivered: 0, shown: 0, interrupt: 0, planChange: 0, attempt: 0, success: 0 },
  };
}

/** Takes in an event. */
export function noteLinks(state: LinkedSteps, event: QuorumEvent): void {
  state.counts.shown += noteShown(state.shown, event);
  switch (event.type) {
    case 'message.delivered':
      if (event.copy === 1) state.counts.delivered += 1;
      break;
    case 'activation.stage':
      if (event.stage === 'I') interrupt(state, event.seat, event.inputs);
      break;
    case 'plan.committed':
      plan(state, event);
      break;
    case 'action.assigned':
      assign(state, event);
      break;
    case 'attempt.started':
      attempt(state, event);
      break;
    case 'attempt.ended':
      succeed(state, event);
      break;
    default:
  }
}

function interrupt(state: LinkedSteps, seat: number, inputs: readonly number[]): void {
  const activation = state.shown.latest[seat];
  if (activation === null || activation === undefined || !inputs.includes(activation.start)) return;
  reach(state, 'interrupt', [...activation.wokenBy, ...activation.deliveries.values()]);
}

function plan(state: LinkedSteps, { seq, seat, task, inputs }: PlanCommitted): void {
  const before = state.plans[seat];
  const changes = before !== null && before !== undefined && before.task !== task;
  const deliveries = changes ? [...shownTo(state.shown, seat, inputs).values()] : [];
  state.plans[seat] = { seq, task, deliveries, assigned: -1 };
  reach(state, 'planChange', deliveries);
}

function assign(state: LinkedSteps, { seq, seat, inputs }: ActionAssigned): void {
  const current = state.plans[seat];
  if (current !== null && current !== undefined && inputs.includes(current.seq)) current.assigned = seq;
}

function attempt(state: LinkedSteps, { seq, inputs }: AttemptStarted): void {
  const deliveries = state.plans.flatMap((own) =>
    own !== null && inputs.includes(own.assigned) ? own.deliveries : [],
  );
  if (deliveries.length > 0) state.attempts.set(seq, deliveries);
  reach(state, 'attempt', deliveries);
}

function succeed(state: LinkedSteps, { inputs, success }: AttemptEnded): void {
  for (const input of inputs) {
    const deliveries = state.attempts.get(input);
    if (deliveries === undefined) continue;
    state.attempts.delete(input);
    if (success) reach(state, 'success', deliveries);
  }
}

/** Counts each message once for each step. */
function reach({ counts }: LinkedSteps, step: Step, deliveries: readonly Delivery[]): void {
  for (const { reached } of deliveries) {
    if (reached.includes(step)) continue;
    reached.push(step);
    counts[step] += 1;
  }
}
