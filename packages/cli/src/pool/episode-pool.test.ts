import { QuorumError } from '@quorum/events';
import { expect, it, onTestFinished } from 'vitest';
import { openEpisodePool } from './episode-pool.js';
import { runQueue } from './run-queue.js';

function openFragilePool({ workers = 2, tasksPerWorker = 1 } = {}) {
  const worker = new URL('../testing/fragile-worker.js', import.meta.url);
  const pool = openEpisodePool<string, string>({ name: 'play', workers, tasksPerWorker, worker });
  onTestFinished(() => pool.close());
  return pool;
}

const { signal } = new AbortController();

it('loses only the task of a worker that dies', async () => {
  const pool = openFragilePool();
  const done: string[] = [];
  const { failures, fatal } = await runQueue<string, string>({
    tasks: ['a', 'die', 'b', 'c', 'd'],
    concurrency: 2,
    work: (task, abort) => pool.run(task, abort),
    onDone: (_, result) => done.push(result),
    onFailure: () => undefined,
    signal,
  });
  expect(failures.map(({ task }) => task)).toEqual(['die']);
  expect(fatal).toBeNull();
  expect(done.sort()).toEqual(['a done', 'b done', 'c done', 'd done']);
});

it('hands on the code and the fix of an error', async () => {
  const error = await openFragilePool()
    .run('refuse', signal)
    .catch((reason: unknown) => reason);
  expect(QuorumError.isInstance(error) && [error.code, error.message, error.fix]).toEqual([
    'FILE_UNWRITABLE',
    'no space',
    'make some',
  ]);
});

it('gives one thread several tasks at a time', async () => {
  const pool = openFragilePool({ workers: 1, tasksPerWorker: 2 });
  expect(await Promise.all([pool.run('meet', signal), pool.run('meet', signal)])).toEqual(['met', 'met']);
});

it('fails every task in the hands of a worker that dies, and goes on', async () => {
  const pool = openFragilePool({ workers: 1, tasksPerWorker: 2 });
  const hanging = pool.run('hang', signal);
  await expect(pool.run('die', signal)).rejects.toThrow('worker exited with code: 1');
  await expect(hanging).rejects.toThrow('worker exited with code: 1');
  expect(await pool.run('a', signal)).toBe('a done');
});

it('lets go of a task that is aborted, even of one that hangs', async () => {
  const pool = openFragilePool({ workers: 1, tasksPerWorker: 2 });
  const controller = new AbortController();
  const hanging = pool.run('hang', controller.signal);
  controller.abort(new Error('enough'));
  await expect(hanging).rejects.toThrow('enough');
  await expect(pool.run('a', controller.signal)).rejects.toThrow('enough');
  expect(await pool.run('a', signal)).toBe('a done');
});
