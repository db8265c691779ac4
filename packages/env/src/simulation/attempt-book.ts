import type { Emit } from '@quorum/events';

/** An open attempt. Plain JSON. */
export interface OpenAttempt {
  readonly task: string;
  /** `seq` of its `attempt.started`. */
  readonly started: number;
  /** Seats that execute the terminal action now. */
  seats: number[];
  /** Everybody who took part. */
  everybody: number[];
  /** Position of the body along the wanted direction when it began, metres. */
  readonly origin: number;
}

/** Distance from which an attempt counts as a success, metres. */
const SUCCESS_METERS = 0.1;

/** Who executes the terminal action of a task now, and the assignments that made them. */
export interface Executing {
  readonly task: string;
  readonly required: number;
  readonly seats: readonly number[];
  readonly inputs: readonly number[];
  /** Position of the body along the wanted direction, metres. */
  readonly position: number;
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

/**
 * Opens, changes and closes attempts: intervals in which at least one agent executes a task's terminal action
 * (`reference`: COOP2 attempt events, arXiv 2603.00349 v2, there one per step and task).
 */
export class AttemptBook {
  constructor(
    private readonly emit: Emit,
    /** Saved state; mutated in place. */
    readonly open: OpenAttempt[],
  ) {}

  /** Takes in who executes what at this tick, in task order. `positionOf` serves attempts that end now. */
  update(executing: readonly Executing[], positionOf: (task: string) => number): void {
    for (let i = this.open.length - 1; i >= 0; i--) {
      const attempt = this.open[i];
      if (attempt && !executing.some((now) => now.task === attempt.task)) {
        this.close(attempt.task, positionOf(attempt.task), false, []);
      }
    }
    for (const now of executing) {
      const attempt = this.open.find(({ task }) => task === now.task);
      if (!attempt) this.start(now);
      else if (!same(attempt.seats, now.seats)) {
        attempt.seats = [...now.seats];
        attempt.everybody = [...new Set([...attempt.everybody, ...now.seats])].sort((a, b) => a - b);
        const inputs = [attempt.started, ...now.inputs.filter((seq) => seq > attempt.started)];
        this.emit({ type: 'attempt.changed', inputs, task: now.task, seats: attempt.seats });
      }
    }
  }

  /** Ends the attempt on a task, if one is open. */
  close(task: string, position: number, completed: boolean, inputs: readonly number[]): void {
    const index = this.open.findIndex((attempt) => attempt.task === task);
    const attempt = this.open[index];
    if (!attempt) return;
    this.open.splice(index, 1);
    const moved = Math.round((position - attempt.origin) * 1000) / 1000;
    this.emit({
      type: 'attempt.ended',
      inputs: [attempt.started, ...inputs],
      task,
      seats: attempt.everybody,
      success: completed || moved >= SUCCESS_METERS,
      moved,
    });
  }

  private start(now: Executing): void {
    const { task, required, inputs } = now;
    const seats = [...now.seats];
    const started = this.emit({ type: 'attempt.started', inputs, task, required, seats });
    this.open.push({ task, started, seats, everybody: [...seats], origin: now.position });
  }
}
