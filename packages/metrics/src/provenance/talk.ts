import type { EpisodeHeader, EventType, MessageKind, MessageSent, QuorumEvent } from '@quorum/events';
import { zeroCounts } from '../counts.js';
import { createFollowed, FOLLOW_EVENTS, noteFollowed, type Followed } from './followed.js';
import { triggerOf, TRIGGERS, type Trigger } from './triggers.js';
import { createWhoToWhom, noteAddressees } from './who-to-whom.js';

/** Messages in the first, second and last third of an episode. */
export type Thirds = readonly [number, number, number];

/** Messages of one kind. */
export interface Told {
  readonly tasks: Map<string, number>;
  readonly thirds: [number, number, number];
  readonly triggers: Record<Trigger, number>;
}

/** The talk of an episode and what followed it: the state of several folds. */
export interface Talk {
  readonly header: Pick<EpisodeHeader, 'horizonTicks' | 'deadlineMicros'>;
  /** Copies from seat (row) to seat (column). */
  readonly who: number[][];
  readonly byKind: Map<MessageKind, Told>;
  readonly followed: Followed;
  /** Virtual time of the latest event, messages being sent among them. */
  now: number;
}

/** Event types that `stepTalk` takes in. */
export const TALK_EVENTS: readonly EventType[] = [...FOLLOW_EVENTS, 'message.sent'];

/** What is said of no task. */
const NO_TASK = '(none)';

/** Nothing said yet. */
export function createTalk({ team, horizonTicks, deadlineMicros }: EpisodeHeader): Talk {
  return {
    header: { horizonTicks, deadlineMicros },
    who: createWhoToWhom(team.length),
    byKind: new Map(),
    followed: createFollowed(team.length),
    now: 0,
  };
}

/** Takes in an event. */
export function stepTalk(state: Talk, event: QuorumEvent): Talk {
  state.now = event.time;
  if (event.type === 'message.sent') tell(state, event);
  else noteFollowed(state.followed, event);
  return state;
}

function tell(state: Talk, event: MessageSent): void {
  const { seat, to, kind, task, inputs } = event;
  noteAddressees(state.who, seat, to);
  const told = state.byKind.get(kind) ?? {
    tasks: new Map<string, number>(),
    thirds: [0, 0, 0],
    triggers: zeroCounts(TRIGGERS),
  };
  state.byKind.set(kind, told);
  const about = task ?? NO_TASK;
  told.tasks.set(about, (told.tasks.get(about) ?? 0) + 1);
  told.thirds[thirdOf(state.header, event)] += 1;
  told.triggers[triggerOf(state.followed.links.shown, seat, inputs)] += 1;
}

function thirdOf({ horizonTicks, deadlineMicros }: Talk['header'], { tick, time }: MessageSent): 0 | 1 | 2 {
  const progress = Math.max(tick / horizonTicks, deadlineMicros === null ? 0 : time / deadlineMicros);
  if (progress < 1 / 3) return 0;
  return progress < 2 / 3 ? 1 : 2;
}
