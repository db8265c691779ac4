import { setTimeout as sleep } from 'node:timers/promises';
import type { ProviderFailure } from '@quorum/agents';
import pRetry from 'p-retry';

/** When a failed request is made again. */
export interface RetryPolicy {
  /** Tries after the first. */
  readonly retries: number;
  /** Wait before the second try, doubled before each further one, with some chance in it. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** Longest wait that a provider may ask for (Retry-After); what asks for more has failed. */
  readonly longestAskedMs: number;
  /** Waits; replaced in tests. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

export const RETRY_POLICY: RetryPolicy = {
  retries: 5,
  firstWaitMs: 1000,
  longestWaitMs: 30_000,
  longestAskedMs: 120_000,
};

/** A try that failed. */
export class FailedTry extends Error {
  constructor(readonly failure: ProviderFailure) {
    super(failure.problem);
  }
}

/**
 * Tries until it succeeds, fails for good (a `FailedTry` that is not transient, or any other error), or has been tried
 * often enough. Waits as long as the provider asks, and longer from try to try.
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  policy: RetryPolicy,
  signal: AbortSignal,
): Promise<T> {
  const { wait = (milliseconds) => sleep(milliseconds, undefined, { signal }) } = policy;
  return pRetry(attempt, {
    retries: policy.retries,
    minTimeout: policy.firstWaitMs,
    maxTimeout: policy.longestWaitMs,
    randomize: true,
    signal,
    shouldRetry: ({ error }) => worthwhile(error, policy),
    async onFailedAttempt({ error, retriesLeft }) {
      const asked = worthwhile(error, policy) && retriesLeft > 0 ? error.failure.retryAfterMs : null;
      if (asked !== null) await wait(asked, signal);
    },
  });
}

function worthwhile(error: unknown, { longestAskedMs }: RetryPolicy): error is FailedTry {
  return (
    error instanceof FailedTry &&
    error.failure.transient &&
    (error.failure.retryAfterMs ?? 0) <= longestAskedMs
  );
}
