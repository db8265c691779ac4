import { SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.js';

/** Tells a person how far many tasks have come. */
export interface Progress {
  /** A task is over. */
  step(line: string): void;
  stop(): void;
}

/**
 * A bar on a terminal, a line per task elsewhere, nothing when quiet. All on stderr.
 * @param noun what is counted, in the plural
 */
export function startProgress(
  terminal: Terminal,
  options: { total: number; noun: string; quiet: boolean },
): Progress {
  const { total, noun, quiet } = options;
  if (quiet || total === 0) return { step: () => undefined, stop: () => undefined };
  if (!terminal.interactive) {
    let done = 0;
    return {
      step: (line) => terminal.note(`[${++done}/${total}] ${line}`),
      stop: () => undefined,
    };
  }
  const bar = new SingleBar({
    format: `{bar} {value}/{total} ${noun}, {duration_formatted} gone, {eta_formatted} left`,
    stream: terminal.stderr,
    barCompleteChar: '#',
    barIncompleteChar: '.',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(total, 0);
  return { step: () => bar.increment(), stop: () => bar.stop() };
}
