import { QuorumError } from '@quorum/events';
import { expect, it, onTestFinished } from 'vitest';
import { openEpisodePool } from './episode-pool.js';
import { runQueue } from './run-queue.js';

function openFragilePool() {
  const worker = new URL('../testing/fragile-worker.js', import.meta.url);
  const pool = openEpisodePool<string, string>('play', 2, worker);
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
