import { setMaxListeners } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { unpackError, type WorkerReply } from './worker-reply.js';

/** The built worker, also when this module runs from source, as in tests: threads need plain JavaScript. */
const EPISODE_WORKER = new URL('../../dist/bundle/worker.js', import.meta.url);

/** Worker threads that play or verify episodes. A thread that dies fails only the episodes in its hands. */
export interface EpisodePool<Task, Result> {
  /**
   * Rejects when the worker dies or the signal aborts; a task's own error is thrown as it was. An aborted task is only
   * let go of: its thread ends when the pool closes.
   * @param ports the ports within the task; they move to the worker
   */
  run(task: Task, signal: AbortSignal, ports?: readonly MessagePort[]): Promise<Result>;
  /** Ends all threads, whatever they are doing. */
  close(): Promise<void>;
}

/** Size of a pool, and what its threads do. */
export interface PoolOptions {
  /** Function of the worker module that takes the tasks. */
  readonly name: 'play' | 'verify' | 'forecast';
  /** Threads. */
  readonly workers: number;
  /** Tasks that a thread has in hand at a time: more than one pays where tasks wait for something outside. */
  readonly tasksPerWorker?: number;
  readonly worker?: URL;
}

/** Opens a pool of worker threads. */
export function openEpisodePool<Task, Result>(options: PoolOptions): EpisodePool<Task, Result> {
  const { name, workers, tasksPerWorker = 1, worker = EPISODE_WORKER } = options;
  const pool = new Piscina<Task, WorkerReply<Result>>({
    filename: fileURLToPath(worker),
    name,
    minThreads: workers,
    maxThreads: workers,
    concurrentTasksPerWorker: tasksPerWorker,
  });
  return {
    async run(task, signal, ports = []) {
      signal.throwIfAborted();
      // One signal serves all tasks.
      setMaxListeners(0, signal);
      // Piscina gives an abortable task a thread of its own, so it must not know of the signal.
      const reply = await unlessAborted(pool.run(task, { transferList: [...ports] }), signal);
      if (reply.ok) return reply.result;
      throw unpackError(reply.error);
    },
    close: () => pool.destroy(),
  };
}

/** The result of some work, unless the signal aborts before: then its reason is thrown. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abandon = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', abandon, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abandon));
  });
}
