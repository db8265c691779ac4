import { resolve } from 'node:path';
import type { Terminal } from '../output/terminal.js';
import { watchInterrupt } from '../system/interrupt.js';
import { checkAccess, type Access } from './check-access.js';
import { serveRun } from './serve-run.js';
import { watchRun } from './watch-run.js';

/** Options of `quorum view`. */
export interface ViewOptions extends Access {
  readonly json: boolean;
}

/**
 * Serves a run until Ctrl-C.
 * @throws QuorumError `USAGE` where it must not or cannot listen there; of a run folder that cannot be read
 */
export async function viewCommand(
  dir: string,
  { json, ...access }: ViewOptions,
  terminal: Terminal,
): Promise<void> {
  checkAccess(access);
  const viewer = await serveRun(watchRun(resolve(dir)), access);
  terminal.out(json ? JSON.stringify({ url: viewer.address }) : viewer.address);
  terminal.note('Ctrl-C ends it.');
  const interrupt = watchInterrupt();
  try {
    await new Promise<void>((done) =>
      interrupt.signal.addEventListener('abort', () => done(), { once: true }),
    );
  } finally {
    interrupt.release();
    await viewer.close();
  }
}
