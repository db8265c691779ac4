import { TICKS_PER_SECOND, type EventDraft, type EventLog } from '@quorum/events';

/** Where something happens within an environment step: what the last primitive action brought, then talk and thought. */
type Phase = 'world' | 'minds';

/** A place in the episode. */
export interface Position {
  readonly step: number;
  readonly phase: Phase;
  /** Virtual time, where the source says; otherwise after all timed ones of its step. */
  readonly micros: number | null;
}

/** `seq` of the latest event that was filed under a key, as a list; empty when there is none yet. */
export type SeqOf = (key: string) => readonly number[];

/** One event to be, made when what it refers to has its number. */
export interface Entry extends Position {
  readonly draft: (seqOf: SeqOf) => EventDraft;
  /** To refer to it by. */
  readonly key?: string;
}

/** What became of the times of the source. */
export interface Shifts {
  readonly events: number;
  /** Most that an event was moved, microseconds. */
  readonly micros: number;
}

/**
 * Writes entries in order of their positions; equal ones stay as they are given. A step is one second of body time, so that all
 * of a step lies on one tick. A time that lies before what precedes it is moved up, and told.
 */
export function writeTimeline(entries: readonly Entry[], log: EventLog): Shifts {
  const seqs = new Map<string, number>();
  const seqOf: SeqOf = (key) => {
    const seq = seqs.get(key);
    return seq === undefined ? [] : [seq];
  };
  let now = 0;
  let events = 0;
  let most = 0;
  for (const { step, micros, draft, key } of [...entries].sort(comparePositions)) {
    if (micros !== null && micros < now) {
      events += 1;
      most = Math.max(most, now - micros);
    }
    now = Math.max(now, micros ?? now);
    const { seq } = log.append(draft(seqOf), step * TICKS_PER_SECOND, now);
    if (key !== undefined) seqs.set(key, seq);
  }
  return { events, micros: most };
}

/** Negative when `a` comes first. */
export function comparePositions(a: Position, b: Position): number {
  return (
    a.step - b.step ||
    Number(a.phase === 'minds') - Number(b.phase === 'minds') ||
    // Two untimed ones differ by NaN.
    (a.micros ?? Infinity) - (b.micros ?? Infinity) ||
    0
  );
}
