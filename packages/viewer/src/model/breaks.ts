import type { EpisodeModel } from './episode-model.js';

/** A moment at which cooperation broke. Times are virtual, microseconds. */
export interface Break {
  readonly time: number;
  /** The event to look at. */
  readonly seq: number;
  readonly text: string;
}

/** Findings, faults and failed plans, in order of time. */
export function breaksOf({ findings, marks }: EpisodeModel): Break[] {
  const found = findings
    .filter(({ severity }) => severity === 'failure')
    .map(({ time, evidence, sentence }) => ({ time, seq: evidence.at(-1) ?? 0, text: sentence }));
  const done = marks
    .filter(({ kind }) => kind === 'fault' || kind === 'failure')
    .map(({ time, seq, text, seat }) => ({
      time,
      seq,
      text: seat === null ? text : `agent ${seat}: ${text}`,
    }));
  return [...found, ...done].sort((a, b) => a.time - b.time || a.seq - b.seq);
}
