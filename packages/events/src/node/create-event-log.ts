import { createHash } from 'node:crypto';
import { QuorumError } from '../core/errors.js';
import type { EventLog } from '../log/event-log.js';
import type { EventDraft, QuorumEvent } from '../log/events.js';
import type { EpisodeHeader } from '../log/header.js';
import { AFTER_DIGEST, BEFORE_DIGEST, carriesDigest, headerLine } from './log-text.js';

/** Characters collected before they are hashed and handed on; one large update is far cheaper than many small. */
const FLUSH_CHARS = 65_536;

/** An event log that writes the text of a log file. */
export interface TextEventLog extends EventLog {
  /** True once `episode.ended` is written; nothing can follow. */
  readonly ended: boolean;
  /** Events appended so far; the next `seq`. */
  readonly length: number;
  /** Hands all collected text to `write`. Happens by itself at each digest and at the end. */
  flush(): void;
}

/**
 * Starts a log: JSON Lines, the header first, then one event per line. The text arrives at `write` in pieces; joined,
 * they are the file (docs/event-log.md).
 *
 * Numbers in events must be finite and not -0, which JSON cannot hold.
 *
 * @throws QuorumError `INTERNAL` from `append` when `tick` or `time` goes back, an input does not lie in the past, or
 * the episode has ended: the log would be refused by the reader. Errors of `write` pass through; after one the log is
 * unusable.
 */
export function createEventLog(header: EpisodeHeader, write: (text: string) => void): TextEventLog {
  const hash = createHash('sha256');
  let pending = headerLine(header);
  let length = 0;
  let lastTick = 0;
  let lastTime = 0;
  let ended = false;

  const flush = (): void => {
    if (pending === '') return;
    const text = pending;
    pending = '';
    hash.update(text);
    write(text);
  };

  return {
    get ended() {
      return ended;
    },
    get length() {
      return length;
    },
    flush,
    append(draft, tick, timeMicros) {
      const problem = ended
        ? 'the episode has ended'
        : misplaced(draft, length, tick - lastTick, timeMicros - lastTime);
      if (problem !== null) throw new QuorumError('INTERNAL', `Event ${length} (${draft.type}): ${problem}.`);

      const stamped = Object.assign(stamp(length, tick, timeMicros, draft), draft);
      const line = JSON.stringify(stamped);
      length += 1;
      lastTick = tick;
      lastTime = timeMicros;
      if (!carriesDigest(draft.type)) {
        pending += `${line}\n`;
        if (pending.length >= FLUSH_CHARS) flush();
        return stamped as QuorumEvent;
      }
      pending += line.slice(0, -1) + BEFORE_DIGEST;
      flush();
      const digest = hash.copy().digest('hex');
      pending = `${digest}${AFTER_DIGEST}\n`;
      if (draft.type === 'episode.ended') {
        ended = true;
        flush();
      }
      return { ...stamped, digest } as QuorumEvent;
    },
  };
}

/** The fields that every line begins with, in their order. */
function stamp(seq: number, tick: number, time: number, { type, inputs }: EventDraft) {
  return { seq, tick, time, type, inputs };
}

/** Why the reader would refuse the event at this place, or null. */
function misplaced(draft: EventDraft, seq: number, ticks: number, micros: number): string | null {
  // Negated, so that NaN is refused as well.
  if (!(ticks >= 0)) return 'tick goes back';
  if (!(micros >= 0)) return 'time goes back';
  for (const input of draft.inputs) {
    if (!(input >= 0 && input < seq)) return `input ${input} is not an earlier event`;
  }
  return null;
}
