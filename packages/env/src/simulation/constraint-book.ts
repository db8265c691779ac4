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
  /** Count, required, then the seats counted. */
  readonly logged: Partial<Record<Constraint, readonly number[]>>;
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
    for (const entry of this.tasks.filter(({ task }) => !samples.some((sample) => sample.task === task))) {
      this.drop(entry);
    }
    for (const sample of samples) this.log(sample);
  }

  /** A task is over: nobody is at it any more. Call before it is closed. */
  end(task: string): void {
    const entry = this.tasks.find((known) => known.task === task);
    if (entry) this.drop(entry);
  }

  private drop(entry: LoggedTask): void {
    const { task, force } = entry;
    this.tasks.splice(this.tasks.indexOf(entry), 1);
    for (const constraint of CONSTRAINTS) {
      const [count = 0, required = 0] = entry.logged[constraint] ?? [];
      if (count === 0 || constraint === 'dependency') continue;
      this.emit({ type: 'constraint.changed', inputs: [], task, constraint, count: 0, required, seats: [] });
    }
    if (force) this.emit({ type: 'constraint.force', inputs: [], task, forceShare: 0 });
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
      const now = [count, required, ...seats];
      if (last.logged[constraint]?.join() === now.join()) continue;
      last.logged[constraint] = now;
      this.emit({ type: 'constraint.changed', inputs: [], task, constraint, count, required, seats });
    }
    if (sample.forceShare === null) return;
    const forceShare = Math.round(Math.round(sample.forceShare / FORCE_STEP) * FORCE_STEP * 100) / 100;
    if (last.force === forceShare) return;
    last.force = forceShare;
    this.emit({ type: 'constraint.force', inputs: [], task, forceShare });
  }
}
