import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { unpackError, type WorkerReply } from './worker-reply.js';

/** The built worker, also when this module runs from source, as in tests: threads need plain JavaScript. */
const EPISODE_WORKER = new URL('../../dist/pool/worker.js', import.meta.url);

/** Worker threads that play or verify episodes. A thread that dies fails only its own episode. */
export interface EpisodePool<Task, Result> {
  /** Rejects when the worker dies or the signal aborts; a task's own error is thrown as it was. */
  run(task: Task, signal: AbortSignal): Promise<Result>;
  close(): Promise<void>;
}

/** Opens a pool of `workers` threads that answer with the function `name` of a worker module. */
export function openEpisodePool<Task, Result>(
  name: 'play' | 'verify',
  workers: number,
  worker: URL = EPISODE_WORKER,
): EpisodePool<Task, Result> {
  const pool = new Piscina<Task, WorkerReply<Result>>({
    filename: fileURLToPath(worker),
    name,
    minThreads: workers,
    maxThreads: workers,
  });
  return {
    async run(task, signal) {
      const reply = await pool.run(task, { signal });
      if (reply.ok) return reply.result;
      throw unpackError(reply.error);
    },
    close: () => pool.destroy(),
  };
}
