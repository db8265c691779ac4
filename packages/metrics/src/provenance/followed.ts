import {
  createLinkedSteps,
  LINK_EVENTS,
  noteLinks,
  type LinkedCounts,
  type LinkedSteps,
} from './linked-steps.js';
import { STEPS, type Step } from './steps.js';
import {
  countWindows,
  createWindows,
  hearMessage,
  noteStep,
  type WindowCounts,
  type Windows,
} from './windows.js';
import type { QuorumEvent } from '@quorum/events';

/** τ: how long after a message something still counts as following it, virtual seconds. */
export const FOLLOW_SECONDS = 20;

const MICROS_PER_SECOND = 1_000_000;

/** What followed messages, and what happened without any. Whole numbers, so that they add up over episodes. */
export interface FollowedCounts {
  /** Windows that begin with the arrival of a message. */
  readonly message: WindowCounts;
  /** Windows in which no message arrived. */
  readonly quiet: WindowCounts;
  /** What the log itself links to messages. */
  readonly linked: LinkedCounts;
}

/** How often a step followed messages and how often it happened without; null where there are no such windows. */
export interface FollowRate {
  readonly rate: number | null;
  readonly baseRate: number | null;
  /** rate / baseRate; null without either, or where the step never happened without a message. */
  readonly lift: number | null;
}

/** Of each step, and of all steps in their order. */
export type FollowRates = Readonly<Record<Step | 'chain', FollowRate>>;

/** What followed messages, while it is being counted. */
export interface Followed {
  readonly windows: Windows;
  readonly links: LinkedSteps;
  /** The task of each seat's latest plan; undefined before the first. */
  readonly tasks: (string | null | undefined)[];
  /** Seats in open attempts, by task. */
  readonly attempting: Map<string, readonly number[]>;
  now: number;
}

/** Event types that `noteFollowed` takes in. */
export const FOLLOW_EVENTS = [...LINK_EVENTS, 'attempt.changed', 'episode.ended'] as const;

export function createFollowed(seats: number): Followed {
  return {
    windows: createWindows(seats, FOLLOW_SECONDS * MICROS_PER_SECOND),
    links: createLinkedSteps(seats),
    tasks: Array.from({ length: seats }, () => undefined),
    attempting: new Map(),
    now: 0,
  };
}

/** Takes in an event. */
export function noteFollowed(state: Followed, event: QuorumEvent): void {
  const { windows, tasks, attempting } = state;
  const { time } = event;
  state.now = time;
  noteLinks(state.links, event);
  switch (event.type) {
    case 'message.delivered':
      if (event.copy === 1) hearMessage(windows, event.seat, time);
      break;
    case 'activation.stage':
      if (event.stage === 'I') noteStep(windows, event.seat, time, 'interrupt');
      break;
    case 'plan.committed': {
      const before = tasks[event.seat];
      if (before !== undefined && before !== event.task) noteStep(windows, event.seat, time, 'planChange');
      tasks[event.seat] = event.task;
      break;
    }
    case 'attempt.started':
    case 'attempt.changed': {
      const before = attempting.get(event.task) ?? [];
      for (const seat of event.seats) {
        if (!before.includes(seat)) noteStep(windows, seat, time, 'attempt');
      }
      attempting.set(event.task, event.seats);
      break;
    }
    case 'attempt.ended':
      attempting.delete(event.task);
      if (!event.success) break;
      for (const seat of event.seats) noteStep(windows, seat, time, 'success');
      break;
    default:
  }
}

/** What followed messages so far; windows that go on are left out. */
export function countFollowed({ windows, links, now }: Followed): FollowedCounts {
  return { ...countWindows(windows, now), linked: { ...links.counts } };
}

/** Rates of one episode, or of counts added over several. */
export function followRates({ message, quiet }: Pick<FollowedCounts, 'message' | 'quiet'>): FollowRates {
  const rates = STEPS.map((step): [Step, FollowRate] => [
    step,
    compare(message.followed[step], message.windows, quiet.followed[step], quiet.windows),
  ]);
  return {
    ...(Object.fromEntries(rates) as Record<Step, FollowRate>),
    chain: compare(message.inOrder.success, message.windows, quiet.inOrder.success, quiet.windows),
  };
}

function compare(count: number, windows: number, baseCount: number, baseWindows: number): FollowRate {
  const rate = windows === 0 ? null : count / windows;
  const baseRate = baseWindows === 0 ? null : baseCount / baseWindows;
  return {
    rate,
    baseRate,
    lift: rate === null || baseRate === null || baseRate === 0 ? null : rate / baseRate,
  };
}
