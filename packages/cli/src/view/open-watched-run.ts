import { randomBytes } from 'node:crypto';
import type { RunSource } from '@quorum/viewer';
import type { Terminal } from '../output/terminal.js';
import type { ModelSession } from '../run/model-session.js';
import { createPace } from './pace.js';
import type { Access } from './check-access.js';
import { serveRun } from './serve-run.js';
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
  { speed, models, ...access }: Access & { speed?: number; models: ModelSession | null },
  terminal: Terminal,
): Promise<WatchedRun> {
  const pace = createPace(speed ?? null);
  const stop = new AbortController();
  const token = randomBytes(16).toString('hex');
  const run = watchRun(folder);
  const source: RunSource = {
    folder: run.folder,
    files: (episode) => run.files(episode),
    addressing: (episode, moment) => run.addressing(episode, moment),
    listing() {
      const listing = run.listing();
      const { paused } = pace;
      const cost = models?.remark() ?? null;
      return { ...listing, playing: listing.live ? { paused, speed: pace.speed, cost } : null };
    },
  };
  const served = await serveRun(source, access, {
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
  });
  const { address } = served;
  terminal.note(`watch it: ${address}${address.includes('?') ? '&' : '?'}control=${token}`);
  if (access.token !== undefined) terminal.note(`for others, who may only watch: ${address}`);
  return {
    pace: pace.shared,
    stopped: stop.signal,
    async untilInterrupted(signal) {
      if (signal.aborted) return;
      terminal.note(`the page stays: ${address} (Ctrl-C ends it)`);
      await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
    },
    close: () => served.close(),
  };
}
