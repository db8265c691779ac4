/**
 * Does work that heeds a signal, and ends it after some time.
 *
 * @returns null when the time was up
 * @throws the reason of `signal` when that aborts, or whatever the work throws
 */
export async function withTimeout<T>(
  milliseconds: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | null> {
  const either = new AbortController();
  const abort = (): void => either.abort(signal.reason);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    either.abort(new DOMException('The time is up.', 'TimeoutError'));
  }, milliseconds);
  signal.addEventListener('abort', abort, { once: true });
  try {
    signal.throwIfAborted();
    return await work(either.signal);
  } catch (error) {
    signal.throwIfAborted();
    if (late) return null;
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}
