import { expect, it } from 'vitest';
import type { ProviderFailure } from '@quorum/agents';
import { FailedTry, withRetries, type RetryPolicy } from './retry.js';

const never = new AbortController().signal;
const base = { retries: 3, firstWaitMs: 0, longestWaitMs: 0, longestAskedMs: 1000 };

function failure(changes: Partial<ProviderFailure> = {}): FailedTry {
  return new FailedTry({
    outcome: 'error',
    problem: 'busy',
    status: 503,
    retryAfterMs: null,
    transient: true,
    ...changes,
  });
}

/** Tries that fail so, one after the other, and then succeed. */
async function tries(failures: readonly Error[], changes: Partial<RetryPolicy> = {}, signal = never) {
  let count = 0;
  const waits: number[] = [];
  const policy: RetryPolicy = { ...base, wait: async (milliseconds) => waits.push(milliseconds), ...changes };
  const attempt = async (): Promise<string> => {
    const error = failures[count++];
    if (error !== undefined) throw error;
    return 'done';
  };
  const result = await withRetries(attempt, policy, signal).catch((error: unknown) => error);
  return { result, count, waits };
}

it('tries until it succeeds', async () => {
  expect(await tries([failure(), failure()])).toEqual({ result: 'done', count: 3, waits: [] });
});

it('gives up in the end, with the last failure', async () => {
  const last = failure({ problem: 'last' });
  const { result, count } = await tries([failure(), failure(), failure(), last, failure()]);
  expect([result, count]).toEqual([last, 4]);
});

it('waits as long as it is asked to, but not after the last try', async () => {
  const asked = failure({ retryAfterMs: 300 });
  expect((await tries([asked, asked, asked, asked])).waits).toEqual([300, 300, 300]);
});

it.each([
  ['a failure for good', failure({ transient: false })],
  ['too long a wait', failure({ retryAfterMs: 1001 })],
  ['a defect', new Error('x is not a function')],
])('does not try again after %s', async (_, error) => {
  expect(await tries([error])).toEqual({ result: error, count: 1, waits: [] });
});

it('ends its waits when it is aborted', async () => {
  const controller = new AbortController();
  const asking = tries([failure()], { firstWaitMs: 3_600_000, longestWaitMs: 3_600_000 }, controller.signal);
  await new Promise(setImmediate);
  const reason = new Error('enough');
  controller.abort(reason);
  expect(await asking).toMatchObject({ result: reason, count: 1 });
});
