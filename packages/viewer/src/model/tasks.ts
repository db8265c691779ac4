import type { Constraint, QuorumEvent } from '@quorum/events';

/** How far a constraint holds from a moment on. Times are virtual, microseconds. */
export interface Degree {
  readonly time: number;
  readonly count: number;
  readonly required: number;
}

/** A task and how it went. */
export interface Task {
  readonly id: string;
  readonly body: string;
  readonly required: number;
  readonly value: number;
  readonly openedAt: number;
  closedAt: number | null;
  outcome: 'completed' | 'superseded' | null;
  readonly constraints: Readonly<Record<Constraint, Degree[]>>;
  /** Push over what is needed, from a moment on. */
  readonly force: { readonly time: number; readonly share: number }[];
}

export interface Tasks {
  readonly byId: Map<string, Task>;
  readonly byBody: Map<string, Task[]>;
  /** Points over time. */
  readonly scores: {
    readonly time: number;
    readonly total: number;
    readonly max: number;
    readonly task: string;
  }[];
}

export function createTasks(): Tasks {
  return { byId: new Map(), byBody: new Map(), scores: [] };
}

export function stepTasks({ byId, byBody, scores }: Tasks, event: QuorumEvent): void {
  switch (event.type) {
    case 'task.opened': {
      const { task: id, body, required, value, time: openedAt } = event;
      const constraints = { participation: [], spatial: [], temporal: [], dependency: [] };
      const task: Task = {
        id,
        body,
        required,
        value,
        openedAt,
        closedAt: null,
        outcome: null,
        constraints,
        force: [],
      };
      byId.set(id, task);
      byBody.set(body, [...(byBody.get(body) ?? []), task]);
      return;
    }
    case 'task.closed': {
      const task = byId.get(event.task);
      if (task === undefined) return;
      task.closedAt = event.time;
      task.outcome = event.outcome;
      return;
    }
    case 'constraint.changed': {
      const { time, count, required } = event;
      byId.get(event.task)?.constraints[event.constraint].push({ time, count, required });
      return;
    }
    case 'constraint.force':
      byId.get(event.task)?.force.push({ time: event.time, share: event.forceShare });
      return;
    case 'score.changed': {
      const { time, total, max, task } = event;
      scores.push({ time, total, max, task });
      return;
    }
    default:
      return;
  }
}
