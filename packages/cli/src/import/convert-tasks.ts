import { CONSTRAINTS, type Constraint, type EventDraft } from '@quorum/events';
import {
  createConstraintTrack,
  scoreAttempt,
  settleTask,
  type ConstraintTrack,
  type Degree,
  type Degrees,
} from './constraint-track.js';
import type { Coop2Logs } from './coop2-schemas.js';
import type { Coop2TaskState } from './coop2-task-schemas.js';
import type { Coop2Team } from './coop2-team.js';
import type { Coop2Episode } from './read-coop2.js';
import { maxScore, type TaskNeeds } from './task-needs.js';
import type { Entry } from './timeline.js';

const PROCESS = 'coop2_process_log.json';
const STATES = 'task_states.json';

type ProcessRecord = NonNullable<Coop2Logs[typeof PROCESS]>[number];
type StateRecord = NonNullable<Coop2Logs[typeof STATES]>[number];
/** A record and its place in its file. */
type Numbered<T> = readonly [record: T, index: number];

/** All of one step. */
interface Step {
  readonly step: number;
  readonly states: readonly Numbered<StateRecord>[];
  readonly records: readonly Numbered<ProcessRecord>[];
}

/**
 * Tasks, their constraints, attempts and points, step by step. An attempt there is one step of one task, so each becomes an
 * attempt of its own, with the scores that it had. What holds when the step is over is the state of the task.
 */
export function convertTasks(episode: Coop2Episode, team: Coop2Team, needs: TaskNeeds): Entry[] {
  const track = createConstraintTrack();
  const closed = new Set<string>();
  const max = maxScore(needs);
  let total = 0;
  return stepsOf(episode).flatMap((step) => {
    const opened = [...needs].filter(([, need]) => need.step === step.step);
    const touched = new Set([...opened.map(([task]) => task), ...takeStates(step, team, track)]);
    const attempts = attemptEntries(step, team, track);
    for (const [{ constraint_attempts }] of step.records) {
      for (const { task } of constraint_attempts) touched.add(task);
    }
    const points = step.records.flatMap(([{ score_events }, i]) =>
      score_events.map(({ task, points, agents, field }, j): EventDraft => {
        total += points;
        const seats = team.seatsOf(agents, PROCESS, [i, 'score_events', j, field]);
        return { type: 'score.changed', task, points, total, max, seats, inputs: [] };
      }),
    );
    return [
      ...opened.map(([task, { body, required, value }]) =>
        entry(step, { type: 'task.opened', task, body, required, value, inputs: [] }),
      ),
      ...attempts,
      ...[...touched].flatMap((task) =>
        settleTask(track, task, needs.get(task)?.required ?? 1).map((draft) => entry(step, draft)),
      ),
      ...points.map((draft) => entry(step, draft)),
      ...closings(step, needs, closed).map((draft) => entry(step, draft)),
    ];
  });
}

function stepsOf({ logs }: Coop2Episode): Step[] {
  const states = (logs[STATES] ?? []).map((record, i) => [record, i] as const);
  const records = (logs[PROCESS] ?? []).map((record, i) => [record, i] as const);
  const steps = new Set([...states.map(([{ step }]) => step), ...records.map(([{ env_step }]) => env_step)]);
  return [...steps]
    .sort((a, b) => a - b)
    .map((step) => ({
      step,
      states: states.filter(([record]) => record.step === step),
      records: records.filter(([{ env_step }]) => env_step === step),
    }));
}

function entry({ step }: Pick<Step, 'step'>, draft: EventDraft): Entry {
  return { step, phase: 'world', micros: null, draft: () => draft };
}

/** Takes in the states of tasks; returns which tasks they are of. */
function takeStates({ states }: Step, team: Coop2Team, track: ConstraintTrack): string[] {
  return states.flatMap(([{ changed_tasks }, i]) =>
    Object.entries(changed_tasks).map(([task, state]) => {
      track.states.set(task, degreesOf(state, team, [i, 'changed_tasks', task]));
      return task;
    }),
  );
}

function degreesOf(state: Coop2TaskState, team: Coop2Team, path: readonly PropertyKey[]): Degrees {
  return new Map(
    CONSTRAINTS.flatMap((constraint): (readonly [Constraint, Degree])[] => {
      const counted = state[constraint];
      if (counted === null) return [];
      const seats = team.seatsOf(counted.agents, STATES, [...path, ...counted.field]);
      return [[constraint, { count: counted.count, required: state.required, seats }]];
    }),
  );
}

function attemptEntries(step: Step, team: Coop2Team, track: ConstraintTrack): Entry[] {
  return step.records.flatMap(([{ constraint_attempts, action_outcomes }, i]) =>
    constraint_attempts.flatMap(({ task, required, agents, field, scores, success: known }, j): Entry[] => {
      const seats = team.seatsOf(agents, PROCESS, [i, 'constraint_attempts', j, field]);
      const outcomes = Object.values(action_outcomes).filter(({ task_id }) => task_id === task);
      const success = known ?? outcomes.some(({ status }) => status === 'success');
      // A push that works moves its block by one cell; what is collected does not move.
      const moved = known === null && success ? 1 : 0;
      const key = `attempt ${step.step} ${task}`;
      return [
        ...scoreAttempt(track, task, scores, { required, seats }).map((draft) => entry(step, draft)),
        { ...entry(step, { type: 'attempt.started', task, required, seats, inputs: [] }), key },
        {
          step: step.step,
          phase: 'world',
          micros: null,
          draft: (seqOf) => ({ type: 'attempt.ended', task, seats, success, moved, inputs: seqOf(key) }),
        },
      ];
    }),
  );
}

/** Tasks that are over: those that gave points or were collected, then those whose block went with another task. */
function closings({ states, records }: Step, needs: TaskNeeds, closed: Set<string>): EventDraft[] {
  const completed = [
    ...records.flatMap(([{ score_events }]) => score_events.map(({ task }) => task)),
    ...states.flatMap(([{ collected }]) => collected),
  ];
  const gone = states.flatMap(([{ changed_tasks }]) =>
    Object.entries(changed_tasks).flatMap(([task, { done }]) => (done ? [task] : [])),
  );
  const drafts: EventDraft[] = [];
  for (const task of [...completed, ...gone]) {
    if (!needs.has(task) || closed.has(task)) continue;
    closed.add(task);
    const outcome = completed.includes(task) ? 'completed' : 'superseded';
    drafts.push({ type: 'task.closed', task, outcome, inputs: [] });
  }
  return drafts;
}
