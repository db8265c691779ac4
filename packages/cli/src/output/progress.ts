import { SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.js';

/** How often the remark beside a bar is asked for anew, milliseconds. */
const REMARK_MS = 500;

/** Tells a person how far many tasks have come. */
export interface Progress {
  /** A task is over. */
  step(line: string): void;
  stop(): void;
}

/** What is counted, and how it is shown. */
export interface ProgressOptions {
  readonly total: number;
  /** What is counted, in the plural. */
  readonly noun: string;
  readonly quiet: boolean;
  /** Something that changes while tasks run, to be shown beside the bar. */
  readonly remark?: () => string;
}

/** A bar on a terminal, a line per task elsewhere, nothing when quiet. All on stderr. */
export function startProgress(terminal: Terminal, options: ProgressOptions): Progress {
  const { total, noun, quiet, remark = () => '' } = options;
  if (quiet || total === 0) return { step: () => undefined, stop: () => undefined };
  if (!terminal.interactive) {
    let done = 0;
    return {
      step: (line) => terminal.note(`[${++done}/${total}] ${line}`),
      stop: () => undefined,
    };
  }
  const bar = new SingleBar({
    format: `{bar} {value}/{total} ${noun}, {duration_formatted} gone, {eta_formatted} left{remark}`,
    stream: terminal.stderr,
    barCompleteChar: '#',
    barIncompleteChar: '.',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
  });
  const payload = (): { readonly remark: string } => {
    const text = remark();
    return { remark: text === '' ? '' : `, ${text}` };
  };
  bar.start(total, 0, payload());
  const refresh = options.remark && setInterval(() => bar.update(payload()), REMARK_MS);
  return {
    step: () => bar.increment(1, payload()),
    stop() {
      clearInterval(refresh);
      bar.stop();
    },
  };
}
