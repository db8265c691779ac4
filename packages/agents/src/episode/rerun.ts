import type { EpisodeHeader } from '@quorum/events';
import { createEventLog } from '@quorum/events/node';
import type { EpisodeOptions } from './episode-options.js';
import { runEpisode } from './run-episode.js';

/** The first place where an episode played again differs from its log. */
export interface Difference {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Event number and tick; null where neither line has them. */
  readonly seq: number | null;
  readonly tick: number | null;
  /** The recorded line; null if the log ends before it. */
  readonly expected: string | null;
  /** The line of the episode played again; null if that ends before it. */
  readonly actual: string | null;
}

/**
 * Verification, level 2: plays the episode again, agents included, and compares what it writes with `recorded`, the
 * lines of its log (with the header, without line ends). Stops at the first difference.
 *
 * @returns the first difference, or null if the logs are equal byte for byte.
 * @throws as `runEpisode`.
 */
export async function rerun(
  header: EpisodeHeader,
  recorded: Iterable<string> | AsyncIterable<string>,
  options: Omit<EpisodeOptions, 'log'> = {},
): Promise<Difference | null> {
  const expected: string[] = [];
  for await (const line of recorded) expected.push(line);

  let compared = 0;
  let unfinished = '';
  const log = createEventLog(header, (text) => {
    const lines = (unfinished + text).split('\n');
    unfinished = lines.pop() ?? '';
    for (const line of lines) {
      if (line !== expected[compared]) throw new Differs(compared, line);
      compared += 1;
    }
  });
  try {
    await runEpisode(header, { ...options, log });
  } catch (error) {
    if (!(error instanceof Differs)) throw error;
    return describe(error.index, expected[error.index] ?? null, error.line);
  }
  return compared < expected.length ? describe(compared, expected[compared] ?? null, null) : null;
}

/** Ends the run from within the log, where nothing else can. */
class Differs extends Error {
  constructor(
    readonly index: number,
    readonly line: string,
  ) {
    super('The logs differ.');
  }
}

function describe(index: number, expected: string | null, actual: string | null): Difference {
  const seq = index === 0 ? null : index - 1;
  return { line: index + 1, seq, tick: tickOf(actual) ?? tickOf(expected), expected, actual };
}

/** The `tick` of an event line; null if it is not one. */
function tickOf(line: string | null): number | null {
  const digits = /^\{"seq":\d+,"tick":(\d+),/.exec(line ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
