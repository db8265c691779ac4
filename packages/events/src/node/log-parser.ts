import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { QuorumEvent } from '../log/events.js';
import type { EpisodeHeader } from '../log/header.js';
import { eventProblem } from '../schema/parse-event.js';
import { headerProblem } from '../schema/parse-header.js';
import { orderProblem, type LogPosition } from './event-order.js';
import { AFTER_DIGEST, BEFORE_DIGEST, carriesDigest, DIGEST_LENGTH, HEADER_START } from './log-text.js';

/** Longer lines are taken for damage: a file without line ends must not fill the memory. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;

/** Where and why a log stops being readable. */
export interface LogDamage {
  /** Number of the bad line, from 1. */
  readonly line: number;
  /** Where that line begins in the file. */
  readonly byteOffset: number;
  /** What is wrong with it, in plain words, without a full stop. */
  readonly problem: string;
  /** The file just ends inside this line: cut off rather than changed. */
  readonly cut: boolean;
}

/** What is known of a log besides its events. */
export interface LogReading {
  /** Null where the first line cannot be used. */
  readonly header: EpisodeHeader | null;
  /** The last line is there and nothing is wrong. */
  readonly complete: boolean;
  /** Null if all lines read so far are good. A log cut between two lines is incomplete without damage. */
  readonly damage: LogDamage | null;
}

/** How much to check. */
export interface ReadOptions {
  /** Check every field of every event against its schema; on by default. Off is about three times as fast. */
  readonly validate?: boolean;
}

/** Reads a log from bytes as they come, in memory that does not grow with its length. */
export interface LogParser extends LogReading {
  /** Takes in the next bytes; returns the events of all lines that are now whole, up to the first bad one. */
  push(bytes: Uint8Array): QuorumEvent[];
  /** Says that no more bytes come. */
  end(): void;
}

/** Starts reading a log. Nothing throws: what is wrong is told by `damage`, and everything before it is returned. */
export function createLogParser({ validate = true }: ReadOptions = {}): LogParser {
  return new Parser(validate);
}

class Parser implements LogParser {
  header: EpisodeHeader | null = null;
  damage: LogDamage | null = null;
  readonly #validate: boolean;
  readonly #hash = createHash('sha256');
  /** The unfinished last line. */
  #rest: Buffer[] = [];
  #restBytes = 0;
  #lines = 0;
  #lineStart = 0;
  #position: LogPosition = { seq: 0, tick: 0, time: 0 };
  #verifiedLine = 0;
  #ended = false;

  constructor(validate: boolean) {
    this.#validate = validate;
  }

  get complete(): boolean {
    return this.#ended && this.damage === null;
  }

  push(bytes: Uint8Array): QuorumEvent[] {
    if (this.damage !== null || bytes.length === 0) return [];
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (chunk.indexOf(10) === -1) {
      this.#keep(chunk);
      return [];
    }
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([...this.#rest, chunk]);
    this.#rest = [];
    this.#restBytes = 0;
    return this.#takeLines(data);
  }

  end(): void {
    if (this.damage !== null) return;
    if (this.#restBytes > 0) {
      const text = Buffer.concat(this.#rest).toString('utf8');
      if (this.#lines === 0 && !text.startsWith(HEADER_START.slice(0, text.length))) {
        this.#spoil('it is not the header of a Quorum log');
      } else {
        this.#spoil('it is cut off: its line end is missing', true);
      }
    } else if (this.#lines === 0) {
      this.#spoil('the file is empty', true);
    }
  }

  /** Reads all whole lines of `data`, which begins at a line start, and keeps the rest. */
  #takeLines(data: Buffer): QuorumEvent[] {
    const events: QuorumEvent[] = [];
    let start = 0;
    let hashed = 0;
    for (let end = data.indexOf(10); end !== -1; end = data.indexOf(10, start)) {
      const text = data.toString('utf8', start, end);
      // The replacement character appears where bytes were not UTF-8, but may also stand there in its own right.
      if (text.includes('\uFFFD') && !isUtf8(data.subarray(start, end))) {
        this.#spoil('it is not UTF-8 text');
        return events;
      }
      if (this.#lines === 0) {
        if (!this.#takeHeader(text)) return events;
      } else {
        const event = this.#readEvent(text);
        if (event === null) return events;
        if (carriesDigest(event.type)) {
          const digestStart = end - AFTER_DIGEST.length - DIGEST_LENGTH;
          if (digestStart > hashed) this.#hash.update(data.subarray(hashed, digestStart));
          hashed = digestStart;
          if (!this.#verify(text)) return events;
          this.#ended = event.type === 'episode.ended';
        }
        this.#position = event;
        events.push(event);
      }
      this.#lines += 1;
      this.#lineStart += end + 1 - start;
      start = end + 1;
    }
    this.#hash.update(data.subarray(hashed, start));
    if (start < data.length) this.#keep(data.subarray(start));
    return events;
  }

  #takeHeader(text: string): boolean {
    if (!text.startsWith(HEADER_START)) return this.#spoil('it is not the header of a Quorum log');
    const value = parseJson(text);
    if (value === undefined) return this.#spoil('it is not JSON');
    const problem = headerProblem(value);
    if (problem !== null) return this.#spoil(problem);
    this.header = value as EpisodeHeader;
    return true;
  }

  /** The event of a line, or null after telling what is wrong with it. */
  #readEvent(text: string): QuorumEvent | null {
    const value = this.#ended ? undefined : parseJson(text);
    const problem = this.#ended
      ? 'text follows the last event'
      : value === undefined
        ? 'it is not JSON'
        : (orderProblem(value, this.#lines - 1, this.#position) ??
          (this.#validate ? eventProblem(value) : null));
    if (problem !== null) {
      this.#spoil(problem);
      return null;
    }
    return value as QuorumEvent;
  }

  /** Compares the digest at the end of a line with that of all bytes before it. */
  #verify(text: string): boolean {
    const expected = this.#hash.copy().digest('hex');
    const line = this.#lines + 1;
    if (!text.endsWith(BEFORE_DIGEST + expected + AFTER_DIGEST)) {
      return this.#spoil(
        `its digest does not fit the file: something in lines ${this.#verifiedLine + 1} to ${line} was changed`,
      );
    }
    this.#verifiedLine = line;
    return true;
  }

  #keep(bytes: Buffer): void {
    this.#restBytes += bytes.length;
    if (this.#ended) {
      this.#spoil('text follows the last event');
    } else if (this.#restBytes > MAX_LINE_BYTES) {
      this.#spoil(`it is longer than ${MAX_LINE_BYTES} bytes`);
    } else {
      // A copy, because the caller may use its buffer again.
      this.#rest.push(Buffer.from(bytes));
    }
  }

  /** Notes that the current line is bad. */
  #spoil(problem: string, cut = false): false {
    this.damage = { line: this.#lines + 1, byteOffset: this.#lineStart, problem, cut };
    this.#rest = [];
    return false;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
