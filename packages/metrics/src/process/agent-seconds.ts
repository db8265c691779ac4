import type { Column, Metric } from '../metric.js';
import { MICROS_PER_SECOND, recordOf, shareOf, sumOf } from './micros.js';
import { ACTIVITIES, type Activity } from './seat-time/activity.js';
import {
  createSeatTime,
  readSeatTime,
  SEAT_TIME_EVENTS,
  stepSeatTime,
  type SeatTime,
} from './seat-time/seat-time.js';

/** What an agent's second can be, in the order of charts. */
export const AGENT_SECOND_PARTS = [
  'think',
  'talk',
  'wait',
  'walk',
  'underQuorumPush',
  'stuckPush',
  'usefulPush',
  'idle',
] as const;
export type AgentSecondPart = (typeof AGENT_SECOND_PARTS)[number];

/** The parts in words, for charts and sentences. */
export const AGENT_SECOND_NAMES: Readonly<Record<AgentSecondPart, string>> = {
  think: 'thinking',
  talk: 'finding words',
  wait: 'waiting for others',
  walk: 'walking',
  underQuorumPush: 'pushing with too few',
  stuckPush: 'pushing in vain',
  usefulPush: 'pushing usefully',
  idle: 'idle',
};

/** Virtual time by part, whole microseconds. */
export type AgentMicros = Readonly<Record<AgentSecondPart, number>>;

export interface AgentSecondsResult {
  /** Virtual time of the episode so far; the parts of each seat add up to exactly this. */
  readonly durationMicros: number;
  readonly microsBySeat: readonly AgentMicros[];
  /** Sums over seats. */
  readonly micros: AgentMicros;
}

const SUMMARIES: Readonly<Record<AgentSecondPart, string>> = {
  think: 'thinking of a plan, the body still',
  talk: 'thinking of what to say, the body still',
  wait: 'waiting for others: for their thoughts, or for enough agents',
  walk: 'walking, also in vain',
  underQuorumPush: 'pushing with fewer agents than it takes',
  stuckPush: 'pushing with enough agents, in an attempt that moved nothing',
  usefulPush: 'pushing with enough agents, in an attempt that succeeded',
  idle: 'standing still for nothing',
};

const PART_OF: Readonly<Record<Activity, AgentSecondPart>> = {
  think: 'think',
  talk: 'talk',
  waitForMinds: 'wait',
  waitForBodies: 'wait',
  walk: 'walk',
  obstructedWalk: 'walk',
  underQuorumPush: 'underQuorumPush',
  stuckPush: 'stuckPush',
  usefulPush: 'usefulPush',
  stand: 'idle',
  unplanned: 'idle',
};

/** What agents spend their time on. Definition, unit, source and a worked example: the page below. */
export const agentSeconds: Metric<SeatTime, AgentSecondsResult> = {
  name: 'agent-seconds',
  version: 1,
  reads: SEAT_TIME_EVENTS,
  page: {
    summary:
      'Where the time of the agents goes: every virtual second of every seat, in exactly one of eight parts.',
    formula:
      'The virtual time of a seat falls into body time (ticks pass) and pauses (virtual time passes, ticks do not). Body time: in an open attempt, underQuorumPush while fewer seats execute the terminal action than are required, else usefulPush if the attempt succeeds and stuckPush if not (or not yet); else, with an action, wait if the action says for how many agents (`count`), walk unless it only says for how long (`seconds`); else think or talk if an activation of its own is open (talk: purpose `speak` or `reply`); else wait in stage R (its turn has not come); else idle. Pauses: think or talk if an activation of its own is open, else wait, because others think. Shares are sums over seats / (seats × virtual time).',
    source:
      'Quorum. Corrects decision overhead D of EmCoop (arXiv 2603.00349), which counts entries into stages and gives no waiting to agents in stage X whom the world keeps waiting.',
    notes:
      'The parts of a seat are whole microseconds and add up to the time of the latest event read, exactly. A body that walks or pushes counts as such even while its mind thinks (clock `async`); `decision-overhead` counts the thinking. Success of an attempt is that of all its seconds with enough agents. Logs without activations (imports) count stages R and I as thinking. State grows with seats and open attempts only.',
    example:
      'One second of thinking before the first tick for both of two seats, of which seat 1 needs a second more. Then both push a face that requires 2: seat 0 from tick 0, seat 1 walks for a second first; the attempt ends at tick 180 and succeeds. Seat 0: think 1 s, wait 1 s, underQuorumPush 1 s, usefulPush 2 s; seat 1: think 2 s, walk 1 s, usefulPush 2 s. Of 2 × 5 s: think 0.3, wait 0.1, walk 0.1, underQuorumPush 0.1, usefulPush 0.4.',
  },
  columns: [
    {
      name: 'total',
      summary: 'seats × virtual time',
      unit: 's',
      range: '≥ 0',
      value: ({ durationMicros, microsBySeat }) => (durationMicros * microsBySeat.length) / MICROS_PER_SECOND,
    },
    ...AGENT_SECOND_PARTS.map((part): Column<AgentSecondsResult> => ({
      name: part,
      summary: `share of it spent ${SUMMARIES[part]}`,
      unit: '1',
      range: '0 … 1 or null',
      value: ({ durationMicros, microsBySeat, micros }) =>
        shareOf(micros[part], durationMicros * microsBySeat.length),
    })),
  ],
  init: createSeatTime,
  step: stepSeatTime,
  result(state) {
    const microsBySeat = readSeatTime(state).map(({ micros }) => partsOf(micros));
    return {
      durationMicros: state.now.time,
      microsBySeat,
      micros: recordOf(AGENT_SECOND_PARTS, (part) => sumOf(microsBySeat, part)),
    };
  },
};

function partsOf(micros: Readonly<Record<Activity, number>>): AgentMicros {
  const parts = recordOf(AGENT_SECOND_PARTS, () => 0);
  for (const activity of ACTIVITIES) parts[PART_OF[activity]] += micros[activity];
  return parts;
}
