import { QuorumError } from '@quorum/events';
import { expect, it } from 'vitest';
import { runQueue, type QueueOptions } from './run-queue.js';

function queue(changes: Partial<QueueOptions<number, string>>) {
  const done: number[] = [];
  const options: QueueOptions<number, string> = {
    tasks: [1, 2, 3, 4, 5],
    concurrency: 2,
    work: async (task) => `${task}`,
    onDone: (task) => done.push(task),
    onFailure: () => undefined,
    signal: new AbortController().signal,
    ...changes,
  };
  return { done, outcome: runQueue(options) };
}

it('does every task once', async () => {
  const { done, outcome } = queue({});
  expect(await outcome).toEqual({ failures: [], fatal: null, interrupted: false });
  expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
});

it('goes on after a failed task', async () => {
  const error = new Error('worker died');
  const { done, outcome } = queue({
    work: async (task) => {
      if (task === 2) throw error;
      return '';
    },
  });
  expect(await outcome).toMatchObject({ failures: [{ task: 2, error }], fatal: null });
  expect(done.sort()).toEqual([1, 3, 4, 5]);
});

it('starts nothing more once the disk is full, and keeps what is done', async () => {
  const started: number[] = [];
  const full = new QuorumError('FILE_UNWRITABLE', 'the disk is full');
  const { done, outcome } = queue({
    concurrency: 1,
    work: async (task) => {
      started.push(task);
      if (task === 3) throw full;
      return '';
    },
  });
  expect(await outcome).toEqual({ failures: [], fatal: full, interrupted: false });
  expect(done).toEqual([1, 2]);
  expect(started).toEqual([1, 2, 3]);
});

it('abandons what is under way when interrupted', async () => {
  const controller = new AbortController();
  const { done, outcome } = queue({
    signal: controller.signal,
    work: (task, signal) =>
      new Promise((resolve, reject) => {
        if (task < 3) return resolve('');
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        controller.abort();
      }),
  });
  expect(await outcome).toEqual({ failures: [], fatal: null, interrupted: true });
  expect(done).toEqual([1, 2]);
});
