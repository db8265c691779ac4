import { TICKS_PER_SECOND, type ConstraintChanged } from '@quorum/events';
import { countColumn } from '../counts.js';
import type { Metric } from '../metric.js';

export interface DuplicateEffortResult {
  /** Agent-seconds of more seats than needed at a task, while other tasks lacked them. */
  readonly duplicateSeconds: number;
  /** Agent-seconds of more seats than needed, whether they were missed or not. */
  readonly surplusSeconds: number;
  /** Agent-seconds that tasks with somebody at them lacked. */
  readonly missingSeconds: number;
  /** Agent-seconds of seats with a plan for a task. */
  readonly committedSeconds: number;
  /** The surplus by task, only where there was any. */
  readonly surplusSecondsByTask: Readonly<Record<string, number>>;
}

/** How a task is staffed now. */
interface Staffing {
  readonly count: number;
  readonly surplus: number;
  readonly missing: number;
  readonly since: number;
}

interface State {
  /** Tasks with somebody at them. */
  readonly tasks: Map<string, Staffing>;
  readonly surplusTicks: Map<string, number>;
  /** Sums over tasks, now. */
  count: number;
  surplus: number;
  missing: number;
  /** Agent-ticks so far, up to `tick`. */
  committedTicks: number;
  missingTicks: number;
  totalSurplusTicks: number;
  duplicateTicks: number;
  tick: number;
}

/** Do too many work at one task while others lack hands? Definition, unit, source and a worked example: the page below. */
export const duplicateEffort: Metric<State, DuplicateEffortResult> = {
  name: 'duplicate-effort',
  version: 1,
  reads: ['constraint.changed', 'task.closed', 'episode.ended'],
  page: {
    summary: 'How much of the team works where it is not needed while tasks elsewhere lack agents.',
    formula:
      'Of the latest participation (`constraint.changed`) of each task that is not closed: count = seats whose plan serves it, required = seats that it needs now. surplus = Σ max(0, count − required) over tasks, missing = Σ (required − count) over tasks with 0 < count < required. surplusSeconds, missingSeconds and committedSeconds (of Σ count) = their integrals over body time; duplicateSeconds = integral of min(surplus, missing). share = duplicateSeconds / committedSeconds.',
    source: 'Quorum; repeated effort as a failure is named by DIG (see `interaction`).',
    notes:
      'Body time: what agents think while the world waits is not effort. Tasks without anybody do not count as lacking, since nobody waits there. Two faces of one block are two tasks. Participation is sampled every few ticks.',
    example:
      'From tick 0, three seats are at `a`, which needs 1, and one at `b`, which needs 2; at tick 60 one goes from `a` to `b`, at tick 120 `a` closes: surplusSeconds 2 + 1 = 3, missingSeconds 1, duplicateSeconds 1, committedSeconds 4 + 4 = 8, share 0.125.',
  },
  columns: [
    countColumn(
      'duplicateSeconds',
      's',
      'agent-seconds too many here while missing there',
      (r) => r.duplicateSeconds,
    ),
    countColumn('surplusSeconds', 's', 'agent-seconds of more seats than needed', (r) => r.surplusSeconds),
    countColumn('missingSeconds', 's', 'agent-seconds that tasks begun lacked', (r) => r.missingSeconds),
    {
      name: 'share',
      summary: 'duplicate agent-seconds over those with a plan for a task',
      unit: '1',
      range: '0 … 1 or null',
      value: ({ duplicateSeconds, committedSeconds }) =>
        committedSeconds === 0 ? null : duplicateSeconds / committedSeconds,
    },
  ],
  init: () => ({
    tasks: new Map(),
    surplusTicks: new Map(),
    count: 0,
    surplus: 0,
    missing: 0,
    committedTicks: 0,
    missingTicks: 0,
    totalSurplusTicks: 0,
    duplicateTicks: 0,
    tick: 0,
  }),
  step(state, event) {
    if (event.type === 'constraint.changed' && event.constraint === 'participation') {
      advance(state, event.tick);
      staff(state, event.task, staffingOf(event));
    } else if (event.type === 'task.closed') {
      advance(state, event.tick);
      staff(state, event.task, null);
    } else if (event.type === 'episode.ended') {
      advance(state, event.tick);
    }
    return state;
  },
  result(state) {
    const byTask = new Map(state.surplusTicks);
    for (const [task, { surplus, since }] of state.tasks)
      addTicks(byTask, task, surplus * (state.tick - since));
    return {
      duplicateSeconds: state.duplicateTicks / TICKS_PER_SECOND,
      surplusSeconds: state.totalSurplusTicks / TICKS_PER_SECOND,
      missingSeconds: state.missingTicks / TICKS_PER_SECOND,
      committedSeconds: state.committedTicks / TICKS_PER_SECOND,
      surplusSecondsByTask: Object.fromEntries(
        [...byTask].map(([task, ticks]) => [task, ticks / TICKS_PER_SECOND]),
      ),
    };
  },
};

function staffingOf({ count, required, tick }: ConstraintChanged): Staffing | null {
  if (count === 0) return null;
  return {
    count,
    surplus: Math.max(0, count - required),
    missing: Math.max(0, required - count),
    since: tick,
  };
}

/** Time passes with the seats where they are. */
function advance(state: State, tick: number): void {
  const ticks = tick - state.tick;
  state.committedTicks += state.count * ticks;
  state.missingTicks += state.missing * ticks;
  state.totalSurplusTicks += state.surplus * ticks;
  state.duplicateTicks += Math.min(state.surplus, state.missing) * ticks;
  state.tick = tick;
}

function staff(state: State, task: string, next: Staffing | null): void {
  const before = state.tasks.get(task);
  if (before !== undefined) addTicks(state.surplusTicks, task, before.surplus * (state.tick - before.since));
  state.count += (next?.count ?? 0) - (before?.count ?? 0);
  state.surplus += (next?.surplus ?? 0) - (before?.surplus ?? 0);
  state.missing += (next?.missing ?? 0) - (before?.missing ?? 0);
  if (next === null) state.tasks.delete(task);
  else state.tasks.set(task, next);
}

function addTicks(byTask: Map<string, number>, task: string, ticks: number): void {
  if (ticks > 0) byTask.set(task, (byTask.get(task) ?? 0) + ticks);
}
