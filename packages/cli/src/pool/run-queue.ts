import { QuorumError, type ErrorCode } from '@quorum/events';

/** Errors that every further task would meet as well: a full disk, money that is used up. */
const FATAL: ReadonlySet<ErrorCode> = new Set(['FILE_UNWRITABLE', 'COST_LIMIT']);

/** A task that failed; the others went on. */
interface Failure<Task> {
  readonly task: Task;
  readonly error: unknown;
}

/** How a queue of tasks ended. */
export interface QueueOutcome<Task> {
  readonly failures: readonly Failure<Task>[];
  /** The error that made going on pointless, or null. */
  readonly fatal: QuorumError | null;
  readonly interrupted: boolean;
}

/** What a queue needs to know. */
export interface QueueOptions<Task, Result> {
  readonly tasks: readonly Task[];
  /** Tasks under way at one time. */
  readonly concurrency: number;
  readonly work: (task: Task, signal: AbortSignal) => Promise<Result>;
  readonly onDone: (task: Task, result: Result) => void;
  readonly onFailure: (failure: Failure<Task>) => void;
  /** Aborting starts nothing new and abandons what is under way. */
  readonly signal: AbortSignal;
}

/** Works through tasks in order. One task's error leaves the others alone; one that all would meet stops everything. */
export async function runQueue<Task, Result>(
  options: QueueOptions<Task, Result>,
): Promise<QueueOutcome<Task>> {
  const { tasks, signal } = options;
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  const failures: Failure<Task>[] = [];
  let fatal: QuorumError | null = null;
  let next = 0;

  const lane = async (): Promise<void> => {
    while (!both.aborted) {
      const task = tasks[next++];
      if (task === undefined) return;
      try {
        options.onDone(task, await options.work(task, both));
      } catch (error) {
        if (both.aborted) return;
        if (QuorumError.isInstance(error) && FATAL.has(error.code)) {
          fatal = error;
          stop.abort();
          return;
        }
        const failure = { task, error };
        failures.push(failure);
        options.onFailure(failure);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.concurrency, tasks.length) }, lane));
  return { failures, fatal, interrupted: signal.aborted };
}
