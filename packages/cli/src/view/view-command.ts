import { resolve } from 'node:path';
import { startViewer } from '@quorum/viewer';
import type { Terminal } from '../output/terminal.js';
import { watchInterrupt } from '../system/interrupt.js';
import { watchRun } from './watch-run.js';

/** Serves a run until Ctrl-C. */
export async function viewCommand(
  dir: string,
  { port, json }: { port: number; json: boolean },
  terminal: Terminal,
): Promise<void> {
  const viewer = await startViewer(watchRun(resolve(dir)), { host: '127.0.0.1', port });
  terminal.out(json ? JSON.stringify({ url: viewer.url }) : viewer.url);
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
