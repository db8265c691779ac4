import { EXIT } from '../output/exit-codes.js';

/** A second Ctrl-C later than this ends the process at once. (npm passes the first one on a second time.) */
const PATIENCE_MS = 1000;

/** Ctrl-C as a signal that long work can watch. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** Gives the keys back. */
  release(): void;
}

/** Takes over SIGINT and SIGTERM: `signal` aborts instead of the process ending. */
export function watchInterrupt(): Interrupt {
  const controller = new AbortController();
  let first = 0;
  const handle = (): void => {
    const now = performance.now();
    if (!controller.signal.aborted) {
      first = now;
      controller.abort();
    } else if (now - first > PATIENCE_MS) {
      process.exit(EXIT.interrupted);
    }
  };
  process.on('SIGINT', handle);
  process.on('SIGTERM', handle);
  return {
    signal: controller.signal,
    release() {
      process.off('SIGINT', handle);
      process.off('SIGTERM', handle);
    },
  };
}
