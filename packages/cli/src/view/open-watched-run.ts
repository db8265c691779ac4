import { randomBytes } from 'node:crypto';
import { startViewer, type RunSource } from '@quorum/viewer';
import type { Terminal } from '../output/terminal.js';
import type { ModelSession } from '../run/model-session.js';
import { createPace } from './pace.js';
import { watchRun } from './watch-run.js';

/** A run that people watch while it is played. */
export interface WatchedRun {
  readonly pace: SharedArrayBuffer;
  /** Aborts when somebody stops the run on the page. */
  readonly stopped: AbortSignal;
  /** Keeps the page open after the last episode. */
  untilInterrupted(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Serves a run that is about to be played, and prints the address with the token that its controls need. */
export async function openWatchedRun(
  folder: string,
  { port, speed, models }: { port: number; speed?: number; models: ModelSession | null },
  terminal: Terminal,
): Promise<WatchedRun> {
  const pace = createPace(speed ?? null);
  const stop = new AbortController();
  const token = randomBytes(16).toString('hex');
  const run = watchRun(folder);
  const source: RunSource = {
    files: (episode) => run.files(episode),
    listing() {
      const listing = run.listing();
      const { paused } = pace;
      const cost = models?.remark() ?? null;
      return { ...listing, playing: listing.live ? { paused, speed: pace.speed, cost } : null };
    },
  };
  const viewer = await startViewer(source, {
    host: '127.0.0.1',
    port,
    control: {
      token,
      apply(command) {
        switch (command.do) {
          case 'pause':
          case 'resume':
            pace.paused = command.do === 'pause';
            return;
          case 'step':
            pace.step();
            return;
          case 'speed':
            pace.speed = command.speed;
            return;
          case 'stop':
            stop.abort();
        }
      },
    },
  });
  terminal.note(`watch it: ${viewer.url}?token=${token}`);
  return {
    pace: pace.shared,
    stopped: stop.signal,
    async untilInterrupted(signal) {
      if (signal.aborted) return;
      terminal.note(`the page stays: ${viewer.url} (Ctrl-C ends it)`);
      await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
    },
    close: () => viewer.close(),
  };
}
