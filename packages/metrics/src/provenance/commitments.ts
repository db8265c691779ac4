import type { MessageSent } from '@quorum/events';
import { countColumn, zeroCounts } from '../counts.js';
import type { Metric } from '../metric.js';
import { createPresence, isPresent, notePresence, PRESENCE_EVENTS, type Presence } from './presence.js';

/** A promise is late when it takes longer than this, virtual seconds. */
const DUE_SECONDS = 60;
const MICROS_PER_SECOND = 1_000_000;

/** What became of promises. */
const OUTCOMES = ['kept', 'late', 'broken', 'moot', 'open'] as const;
type Outcome = (typeof OUTCOMES)[number];

const summaries: Readonly<Record<Outcome, string>> = {
  kept: 'promises after which the seat arrived in time',
  late: 'promises after which it arrived late',
  broken: 'promises after which it did something else or nothing',
  moot: 'promises of tasks that were over first',
  open: 'promises still under way at the end',
};

export interface CommitmentsResult {
  /** Promises, repetitions left out. */
  readonly made: number;
  readonly madeBySeat: readonly number[];
  /** They add up to `made`. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Of the broken ones, those that their seat took back in words. */
  readonly withdrawn: number;
  /** Messages that repeat a promise under way. */
  readonly repeated: number;
  /** Promises of no task in particular; not among those made. */
  readonly untargeted: number;
  /** Mean virtual seconds from promise to arrival, kept and late ones; null without any. */
  readonly meanSeconds: number | null;
}

/** A promise under way. */
interface Commitment {
  readonly time: number;
  /** Its seat has taken up something else since. */
  strayed: boolean;
}

interface State {
  readonly presence: Presence;
  /** Promises under way, by seat and task. */
  readonly pending: Map<string, Commitment>[];
  readonly madeBySeat: number[];
  readonly settled: Record<Outcome, number>;
  withdrawn: number;
  repeated: number;
  untargeted: number;
  arrivalMicros: number;
  now: number;
}

/** Are promises kept? Definition, unit, source and a worked example: the page below. */
export const commitments: Metric<State, CommitmentsResult> = {
  name: 'commitments',
  version: 1,
  reads: ['message.sent', ...PRESENCE_EVENTS, 'task.closed', 'episode.ended'],
  page: {
    summary: 'Which promises the team made in typed messages, and which of them it kept.',
    formula: `A promise = \`message.sent\` of kind \`commit\` or \`accept\` that names a task; one of the same seat and task while the first is under way is a repetition. Its seat arrives when it takes part in an attempt on the task, or is counted in place (\`spatial\`) while its plan serves the task. kept = arrival within ${DUE_SECONDS} s of virtual time; late = later arrival; broken = no arrival, and the seat has committed to a plan for another task since, has taken the promise back (\`cancel\`, \`refuse\` or \`failure\` about the task), or the ${DUE_SECONDS} s have passed; moot = the task closed before any of this; open = the log ends before any of this. made = kept + late + broken + moot + open; meanSeconds = mean time from promise to arrival.`,
    source:
      'The Five Ws of Multi-Agent Communication (arXiv 2602.11583) names commitments as a wish; the definition is ours. Speech acts after FIPA ACL.',
    notes:
      'Kinds and tasks are read, never texts. Who does something else first and arrives all the same has kept the promise or is late. Promises that name no task cannot be judged and are counted as untargeted; on channels of free text there are none. A promise of what the seat is at already is kept at once. A promise is settled once: what its seat does after arriving is not part of it.',
    example:
      'Seat 0 promises `a` at 0 s, again at 2 s, and pushes at 5 s; seat 1 promises `a` at 0 s and commits to `b` at 3 s; seat 2 promises `b` at 4 s, which closes at 9 s without it: made 3, repeated 1, kept 1, broken 1, moot 1, meanSeconds 5.',
  },
  columns: [
    countColumn('made', 'promises', 'promises made', ({ made }) => made),
    ...OUTCOMES.map((outcome) =>
      countColumn(outcome, 'promises', summaries[outcome], (r: CommitmentsResult) => r.outcomes[outcome]),
    ),
    countColumn('withdrawn', 'promises', 'broken ones that were taken back in words', (r) => r.withdrawn),
    countColumn('repeated', 'messages', 'promises repeated while under way', ({ repeated }) => repeated),
    countColumn('untargeted', 'messages', 'promises of no task in particular', (r) => r.untargeted),
    {
      name: 'keptShare',
      summary: 'kept ones over kept, late and broken ones',
      unit: '1',
      range: '0 … 1 or null',
      value: ({ outcomes: { kept, late, broken } }) =>
        kept + late + broken === 0 ? null : kept / (kept + late + broken),
    },
    {
      name: 'meanSeconds',
      summary: 'mean virtual time from promise to arrival',
      unit: 's',
      range: '≥ 0 or null',
      value: ({ meanSeconds }) => meanSeconds,
    },
  ],
  init: ({ team }) => ({
    presence: createPresence(team.length),
    pending: team.map(() => new Map<string, Commitment>()),
    madeBySeat: team.map(() => 0),
    settled: zeroCounts(OUTCOMES),
    withdrawn: 0,
    repeated: 0,
    untargeted: 0,
    arrivalMicros: 0,
    now: 0,
  }),
  step(state, event) {
    state.now = event.time;
    if (event.type === 'message.sent') hear(state, event);
    else if (event.type === 'task.closed') close(state, event.task);
    else notePresence(state.presence, event, (seat, task) => arrive(state, seat, task));
    if (event.type === 'plan.committed') stray(state, event.seat, event.task);
    return state;
  },
  result(state) {
    const outcomes = { ...state.settled };
    for (const pending of state.pending) {
      for (const commitment of pending.values()) outcomes[endOf(commitment, state.now, 'open')] += 1;
    }
    const arrived = outcomes.kept + outcomes.late;
    return {
      made: state.madeBySeat.reduce((sum, count) => sum + count, 0),
      madeBySeat: [...state.madeBySeat],
      outcomes,
      withdrawn: state.withdrawn,
      repeated: state.repeated,
      untargeted: state.untargeted,
      meanSeconds: arrived === 0 ? null : state.arrivalMicros / arrived / MICROS_PER_SECOND,
    };
  },
};

function hear(state: State, { kind, seat, task, time }: MessageSent): void {
  const pending = state.pending[seat];
  if (pending === undefined) return;
  if (kind === 'commit' || kind === 'accept') {
    if (task === null) state.untargeted += 1;
    else promise(state, seat, task, time);
  } else if ((kind === 'cancel' || kind === 'refuse' || kind === 'failure') && task !== null) {
    if (!pending.delete(task)) return;
    state.settled.broken += 1;
    state.withdrawn += 1;
  }
}

function promise(state: State, seat: number, task: string, time: number): void {
  const pending = state.pending[seat];
  const before = pending?.get(task);
  if (before !== undefined && !before.strayed) {
    state.repeated += 1;
    return;
  }
  if (before !== undefined) state.settled.broken += 1;
  state.madeBySeat[seat] = (state.madeBySeat[seat] ?? 0) + 1;
  pending?.set(task, { time, strayed: false });
  if (isPresent(state.presence, seat, task)) arrive(state, seat, task);
}

function arrive(state: State, seat: number, task: string): void {
  const commitment = state.pending[seat]?.get(task);
  if (commitment === undefined) return;
  state.pending[seat]?.delete(task);
  state.settled[isDue(commitment, state.now) ? 'late' : 'kept'] += 1;
  state.arrivalMicros += state.now - commitment.time;
}

/** A plan for one task breaks the promises of others, unless their seat arrives all the same. */
function stray(state: State, seat: number, task: string | null): void {
  if (task === null) return;
  for (const [promised, commitment] of state.pending[seat] ?? []) {
    if (promised !== task) commitment.strayed = true;
  }
}

function close(state: State, task: string): void {
  for (const pending of state.pending) {
    const commitment = pending.get(task);
    if (commitment === undefined) continue;
    pending.delete(task);
    state.settled[endOf(commitment, state.now, 'moot')] += 1;
  }
}

/** What a promise without arrival comes to. */
function endOf(commitment: Commitment, now: number, otherwise: 'moot' | 'open'): Outcome {
  return commitment.strayed || isDue(commitment, now) ? 'broken' : otherwise;
}

function isDue({ time }: Commitment, now: number): boolean {
  return now - time > DUE_SECONDS * MICROS_PER_SECOND;
}
