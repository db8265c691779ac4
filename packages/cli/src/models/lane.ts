import { setTimeout as sleep } from 'node:timers/promises';
import { TokenBucket } from 'limiter';
import PQueue from 'p-queue';

const MINUTE_MS = 60_000;

/** How much a provider may be asked. */
export interface LaneLimits {
  /** Requests under way at one time. */
  readonly connections: number;
  /** Null for no limit. */
  readonly requestsPerMinute: number | null;
  readonly tokensPerMinute: number | null;
}

/** A request on its way. */
interface Passage<T> {
  /** Tokens that it may use, for the rate limit. */
  readonly tokens: number;
  readonly signal: AbortSignal;
  /** Does the request; says how many tokens it used. */
  readonly work: () => Promise<{ readonly value: T; readonly tokens: number }>;
}

/**
 * All requests to one provider: so many at a time, so many a minute. When the provider says that it is too much, half
 * as many go at a time; with every success of a full load, one more again (as TCP does).
 */
export class Lane {
  private readonly queue: PQueue;
  /** Requests wait for their minute in the order they came. */
  private readonly gate = new PQueue({ concurrency: 1 });
  private readonly requests: TokenBucket | null;
  private readonly tokens: TokenBucket | null;
  private successes = 0;
  /** Number of times the load was halved. */
  private halvings = 0;

  constructor(
    private readonly limits: LaneLimits,
    minuteMs = MINUTE_MS,
  ) {
    this.queue = new PQueue({ concurrency: limits.connections });
    this.requests = bucket(limits.requestsPerMinute, minuteMs);
    this.tokens = bucket(limits.tokensPerMinute, minuteMs);
  }

  /** Requests that may be under way at one time, as it is now. */
  get connections(): number {
    return this.queue.concurrency;
  }

  /** Does a request when there is room for it. Rejects with the signal's reason when that aborts first. */
  run<T>({ tokens, signal, work }: Passage<T>): Promise<T> {
    return this.queue.add(
      async () => {
        await this.pass(tokens, signal);
        const before = this.halvings;
        try {
          const done = await work();
          this.settle(done.tokens - tokens);
          this.succeed();
          return done.value;
        } catch (error) {
          // Of a burst that all failed together, only the first tells something new.
          if (error instanceof TooMuch && before === this.halvings) this.halve();
          throw error instanceof TooMuch ? error.cause : error;
        }
      },
      { signal },
    );
  }

  private async pass(tokens: number, signal: AbortSignal): Promise<void> {
    if (this.requests === null && this.tokens === null) return;
    await this.gate.add(
      async () => {
        await take(this.requests, 1, signal);
        await take(this.tokens, tokens, signal);
      },
      { signal },
    );
  }

  /** Corrects what was taken by guess. */
  private settle(more: number): void {
    if (this.tokens === null) return;
    this.tokens.content = Math.min(this.tokens.bucketSize, this.tokens.content - more);
  }

  private halve(): void {
    this.halvings += 1;
    this.successes = 0;
    this.queue.concurrency = Math.max(1, Math.floor(this.queue.concurrency / 2));
  }

  private succeed(): void {
    if (this.queue.concurrency === this.limits.connections) return;
    this.successes += 1;
    if (this.successes < this.queue.concurrency) return;
    this.successes = 0;
    this.queue.concurrency += 1;
  }
}

/** What `work` throws when the provider says that it is too much. */
export class TooMuch extends Error {
  constructor(cause: unknown) {
    super('The provider asks for fewer requests.', { cause });
  }
}

function bucket(perMinute: number | null, minuteMs: number): TokenBucket | null {
  if (perMinute === null) return null;
  const made = new TokenBucket({ bucketSize: perMinute, tokensPerInterval: perMinute, interval: minuteMs });
  made.content = perMinute;
  return made;
}

async function take(from: TokenBucket | null, count: number, signal: AbortSignal): Promise<void> {
  if (from === null) return;
  // More than a full bucket would wait for ever.
  const wanted = Math.min(count, from.bucketSize);
  while (!from.tryRemoveTokens(wanted))
    await sleep(Math.ceil(from.getWaitTime(wanted)), undefined, { signal });
}
