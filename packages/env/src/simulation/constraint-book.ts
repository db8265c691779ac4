import { CONSTRAINTS, type Constraint, type Emit } from '@quorum/events';

/** Degree to which one constraint holds: the seats that satisfy it (or a bare count), of how many. */
export interface Measurement {
  readonly count: number;
  readonly required: number;
  readonly seats: readonly number[];
}

/** All constraints of one task at one sample, and the measured force where a body is pushed. */
export interface TaskSample {
  readonly task: string;
  readonly constraints: Readonly<Record<Constraint, Measurement>>;
  /** Contact force over friction, or null where nothing is measured. */
  readonly forceShare: number | null;
}

/** What was logged last. Plain JSON. */
export interface LoggedTask {
  readonly task: string;
  readonly logged: Partial<Record<Constraint, string>>;
  force: number | null;
}

const FORCE_STEP = 0.05;

/** Logs constraint degrees on change only, and only for tasks with an agent involved. */
export class ConstraintBook {
  constructor(
    private readonly emit: Emit,
    /** Saved state; mutated in place. */
    readonly tasks: LoggedTask[],
  ) {}

  /** Takes in the samples of all tasks with an agent involved, in task order; others drop to zero and are forgotten. */
  update(samples: readonly TaskSample[]): void {
    for (const sample of samples) this.log(sample);
    for (let i = this.tasks.length - 1; i >= 0; i--) {
      const task = this.tasks[i]?.task;
      if (task !== undefined && !samples.some((sample) => sample.task === task)) this.tasks.splice(i, 1);
    }
  }

  private log(sample: TaskSample): void {
    const { task } = sample;
    let last = this.tasks.find((entry) => entry.task === task);
    if (!last) {
      last = { task, logged: {}, force: null };
      this.tasks.push(last);
    }
    for (const constraint of CONSTRAINTS) {
      const { count, required, seats } = sample.constraints[constraint];
      const key = `${count}/${required}:${seats.join()}`;
      if (last.logged[constraint] === key) continue;
      last.logged[constraint] = key;
      this.emit({ type: 'constraint.changed', inputs: [], task, constraint, count, required, seats });
    }
    if (sample.forceShare === null) return;
    const forceShare = Math.round(Math.round(sample.forceShare / FORCE_STEP) * FORCE_STEP * 100) / 100;
    if (last.force === forceShare) return;
    last.force = forceShare;
    this.emit({ type: 'constraint.force', inputs: [], task, forceShare });
  }
}
