import { CONSTRAINTS, type Constraint, type EventDraft } from '@quorum/events';
import type { Coop2TaskState } from './coop2-task-schemas.js';
import type { Coop2Team } from './coop2-team.js';
import type { Coop2Episode } from './read-coop2.js';
import { maxScore, type TaskNeeds } from './task-needs.js';
import type { Entry } from './timeline.js';

/** A constraint's degree, as events have it. */
interface Degree {
  readonly count: number;
  readonly required: number;
  readonly seats: readonly number[];
}

const PROCESS = 'coop2_process_log.json';
const STATES = 'task_states.json';

/**
 * Tasks, their constraints, attempts and points, step by step. An attempt there is one step of one task, so each becomes an
 * attempt of its own, with the scores that it had. What holds when the step is over is the state of the task.
 */
export function convertTasks(episode: Coop2Episode, team: Coop2Team, needs: TaskNeeds): Entry[] {
  const entries: Entry[] = [];
  const records = episode.logs[PROCESS] ?? [];
  const states = episode.logs[STATES] ?? [];
  const known = new Map<string, Map<Constraint, Degree>>();
  const shown = new Map<string, string>();
  const isClosed = new Set<string>();
  const max = maxScore(needs);
  let total = 0;

  const steps = new Set([...states.map(({ step }) => step), ...records.map(({ env_step }) => env_step)]);
  for (const step of [...steps].sort((a, b) => a - b)) {
    const add = (draft: EventDraft): void => {
      entries.push({ step, phase: 'world', micros: null, draft: () => draft });
    };
    const show = (task: string, constraint: Constraint, degree: Degree): void => {
      const { count, required, seats } = degree;
      const name = `${task} ${constraint}`;
      const value = `${count}/${required}`;
      // Nobody is at a task that nothing was said of; what agents hold is unknown then.
      const before = shown.get(name) ?? (constraint === 'dependency' ? '' : `0/${required}`);
      if (before === value) return;
      shown.set(name, value);
      add({ type: 'constraint.changed', task, constraint, count, required, seats, inputs: [] });
    };
    const settle = (task: string): void => {
      for (const constraint of CONSTRAINTS) {
        const degree = known.get(task)?.get(constraint) ?? nobody(constraint, needs.get(task)?.required ?? 1);
        if (degree !== null) show(task, constraint, degree);
      }
    };

    const touched = new Set<string>();
    for (const [task, { step: first, body, required, value }] of needs) {
      if (first === step) {
        add({ type: 'task.opened', task, body, required, value, inputs: [] });
        touched.add(task);
      }
    }
    states.forEach(({ step: stateStep, changed_tasks }, i) => {
      if (stateStep !== step) return;
      for (const [task, state] of Object.entries(changed_tasks)) {
        known.set(task, degreesOf(state, team, [i, 'changed_tasks', task]));
        touched.add(task);
      }
    });
    records.forEach((record, i) => {
      if (record.env_step !== step) return;
      record.constraint_attempts.forEach(
        ({ task_id: task, required_agents: required, agents, scores }, j) => {
          const seats = team.seatsOf(agents, PROCESS, [i, 'constraint_attempts', j, 'agents']);
          const outcomes = Object.values(record.action_outcomes);
          const success = outcomes.some(({ task_id, status }) => task_id === task && status === 'success');
          for (const constraint of ['spatial', 'temporal', 'dependency'] as const) {
            const score = scores[constraint];
            if (score === undefined) continue;
            const count = Math.round(Math.min(1, score) * required);
            const state = known.get(task)?.get(constraint);
            const isState = state?.count === count && state.required === required;
            // A score does not say who: it is those who try if their number is right.
            const counted = { count, required, seats: seats.length === count ? seats : [] };
            show(task, constraint, isState ? state : counted);
          }
          entries.push(...attemptEntries(step, { task, required, seats, success }));
          touched.add(task);
        },
      );
    });
    for (const task of touched) settle(task);

    const completed = new Set<string>();
    records.forEach((record, i) => {
      if (record.env_step !== step) return;
      record.score_events.forEach(({ task, points, agents, field }, j) => {
        const seats = team.seatsOf(agents, PROCESS, [i, 'score_events', j, field]);
        total += points;
        completed.add(task);
        add({ type: 'score.changed', task, points, total, max, seats, inputs: [] });
      });
    });
    for (const { step: stateStep, changed_tasks, collected } of states) {
      if (stateStep !== step) continue;
      for (const task of collected) completed.add(task);
      for (const [task, { done }] of Object.entries(changed_tasks)) {
        if (done && !completed.has(task)) close(task, 'superseded');
      }
    }
    for (const task of completed) close(task, 'completed');

    function close(task: string, outcome: 'completed' | 'superseded'): void {
      if (isClosed.has(task) || !needs.has(task)) return;
      isClosed.add(task);
      add({ type: 'task.closed', task, outcome, inputs: [] });
    }
  }
  return entries;
}

interface Attempt {
  readonly task: string;
  readonly required: number;
  readonly seats: readonly number[];
  readonly success: boolean;
}

/** An attempt of one step. A push that works moves its block by one cell. */
function attemptEntries(step: number, { task, required, seats, success }: Attempt): Entry[] {
  const key = `attempt ${step} ${task}`;
  const at = { step, phase: 'world', micros: null } as const;
  const moved = success ? 1 : 0;
  return [
    { ...at, key, draft: () => ({ type: 'attempt.started', task, required, seats, inputs: [] }) },
    {
      ...at,
      draft: (seqOf) => ({ type: 'attempt.ended', task, seats, success, moved, inputs: seqOf(key) }),
    },
  ];
}

/** What holds of a task of which no state was ever given; of what agents hold that says nothing. */
function nobody(constraint: Constraint, required: number): Degree | null {
  return constraint === 'dependency' ? null : { count: 0, required, seats: [] };
}

function degreesOf(
  state: Coop2TaskState,
  team: Coop2Team,
  path: readonly PropertyKey[],
): Map<Constraint, Degree> {
  return new Map(
    CONSTRAINTS.flatMap((constraint) => {
      const counted = state[constraint];
      if (counted === null) return [];
      const seats = team.seatsOf(counted.agents, STATES, [...path, ...counted.field]);
      return [[constraint, { count: counted.count, required: state.required, seats }] as const];
    }),
  );
}
