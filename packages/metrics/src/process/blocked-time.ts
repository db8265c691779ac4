import { countColumn } from '../counts.js';
import type { Column, Metric } from '../metric.js';
import { MICROS_PER_SECOND, recordOf, shareOf, sumOf } from './micros.js';
import type { Activity } from './seat-time/activity.js';
import {
  createSeatTime,
  readSeatTime,
  SEAT_TIME_EVENTS,
  stepSeatTime,
  type SeatTime,
} from './seat-time/seat-time.js';

/** Why a seat does not get on. */
export const BLOCK_CAUSES = ['ownMind', 'otherMinds', 'understaffed', 'obstructed', 'unplanned'] as const;
export type BlockCause = (typeof BLOCK_CAUSES)[number];

/** Virtual time by cause, whole microseconds. */
export type BlockedMicros = Readonly<Record<BlockCause, number>>;

export interface BlockedTimeResult {
  readonly durationMicros: number;
  readonly microsBySeat: readonly BlockedMicros[];
  /** Sums over seats. */
  readonly micros: BlockedMicros;
  /** Time of seats at tasks with too few agents, by task, most first. */
  readonly understaffedTasks: readonly { readonly task: string; readonly micros: number }[];
}

const ACTIVITIES_OF: Readonly<Record<BlockCause, readonly Activity[]>> = {
  ownMind: ['think', 'talk'],
  otherMinds: ['waitForMinds'],
  understaffed: ['waitForBodies', 'underQuorumPush'],
  obstructed: ['obstructedWalk', 'stuckPush'],
  unplanned: ['unplanned', 'stand'],
};

const SUMMARIES: Readonly<Record<BlockCause, string>> = {
  ownMind: 'its body waited for its own mind',
  otherMinds: 'it waited for the thoughts or words of teammates',
  understaffed: 'it waited or pushed at a task with too few agents',
  obstructed: 'a body, a wall or a block that did not move was in the way',
  unplanned: 'it had nothing to do, or stood still as planned',
};

/** What keeps agents from getting on. Definition, unit, source and a worked example: the page below. */
export const blockedTime: Metric<SeatTime, BlockedTimeResult> = {
  name: 'blocked-time',
  version: 1,
  reads: SEAT_TIME_EVENTS,
  page: {
    summary: 'How long agents did not get on, and why: a mind, too few agents, an obstacle, or no plan.',
    formula:
      'With the virtual seconds of `agent-seconds`: ownMind = think + talk; otherMinds = pauses (and turns to speak) in which no activation of its own is open; understaffed = waiting for enough agents + underQuorumPush; obstructed = stuckPush + what an action that ended with `obstructed` or `no_path` walked since it last planned a way; unplanned = idle. What is left is walking and usefulPush. A share is the sum over seats / (seats × virtual time). understaffedTasks = understaffed time by the task of the action or attempt.',
    source:
      'Quorum. Corrects wait time in decision overhead D of EmCoop (arXiv 2603.00349), which is the time in stage W alone: agents left in X while the world is held up, or who stand before a block that is too heavy, accrue none there.',
    notes:
      'Causes exclude each other. Obstructed walking is a lower bound: what a walk lost before it found another way is not in the log, and counts as walking. An own mind blocks only a body that does nothing meanwhile (clock `async`).',
    example:
      'Of two seats, seat 0 thinks 2 s before the first tick and seat 1 does not: ownMind 2 s, otherMinds 2 s. Seat 0 then holds its place at a/west for 3 s (`count` 2), while seat 1 walks and is obstructed 1 s after it last planned a way, at second 3: understaffed 3 s (a/west), obstructed 1 s. Blocked 8 s of 2 × 5 s: share 0.8.',
  },
  columns: [
    {
      name: 'share',
      summary: 'share of agents’ time in which they did not get on',
      unit: '1',
      range: '0 … 1 or null',
      value: (result) => shareOf(blockedMicros(result), agentMicros(result)),
    },
    countColumn('seconds', 's', 'that time, summed over seats', (r) => blockedMicros(r) / MICROS_PER_SECOND),
    ...BLOCK_CAUSES.map((cause): Column<BlockedTimeResult> => ({
      name: cause,
      summary: `share of agents’ time in which ${SUMMARIES[cause]}`,
      unit: '1',
      range: '0 … 1 or null',
      value: (result) => shareOf(result.micros[cause], agentMicros(result)),
    })),
    {
      name: 'understaffedTask',
      summary: 'the task at which most agents’ time went by for want of agents',
      unit: 'task',
      range: 'task or null',
      value: ({ understaffedTasks }) => understaffedTasks[0]?.task ?? null,
    },
  ],
  init: createSeatTime,
  step: stepSeatTime,
  result(state) {
    const spent = readSeatTime(state);
    const microsBySeat = spent.map(({ micros }) =>
      recordOf(BLOCK_CAUSES, (cause) =>
        ACTIVITIES_OF[cause].reduce((sum, activity) => sum + micros[activity], 0),
      ),
    );
    return {
      durationMicros: state.now.time,
      microsBySeat,
      micros: recordOf(BLOCK_CAUSES, (cause) => sumOf(microsBySeat, cause)),
      understaffedTasks: addUp(spent.map(({ shortMicros }) => shortMicros)),
    };
  },
};

/** Sums over seats, most first. */
function addUp(maps: readonly ReadonlyMap<string, number>[]): { task: string; micros: number }[] {
  const sums = new Map<string, number>();
  for (const [task, micros] of maps.flatMap((map) => [...map]))
    sums.set(task, (sums.get(task) ?? 0) + micros);
  return [...sums]
    .map(([task, micros]) => ({ task, micros }))
    .sort((a, b) => b.micros - a.micros || (a.task < b.task ? -1 : 1));
}

function blockedMicros({ micros }: BlockedTimeResult): number {
  return BLOCK_CAUSES.reduce((sum, cause) => sum + micros[cause], 0);
}

function agentMicros({ durationMicros, microsBySeat }: BlockedTimeResult): number {
  return durationMicros * microsBySeat.length;
}
