import type { EpisodePiece, Held } from '../protocol/protocol.js';
import { readBytes } from './read-bytes.js';
import type { RunSource } from './run-source.js';

/** Cuts an episode's files into pieces for one page. */
export interface EpisodeFeed {
  /** What was written since the last piece; null where nothing was. Not to be called while a piece is under way. */
  next(): EpisodePiece | null;
  readonly done: boolean;
}

// Only a `Buffer` goes over the wire as bytes.
const EMPTY = Buffer.alloc(0);
const NOTHING: Held = { events: 0, frames: 0 };

/** Follows an episode from what the page holds already. The files are the only thing shared with who plays it. */
export function createEpisodeFeed(source: RunSource, episode: string, held: Held): EpisodeFeed {
  const read = (path: string, at: number): Buffer | null => readBytes(path, at, source.folder);
  let from = held;
  let number = 0;
  let done = false;
  return {
    get done() {
      return done;
    },
    next() {
      const files = source.files(episode);
      if (files === null) return null;
      let events = read(files.events, from.events);
      let frames = read(files.frames, from.frames);
      if (events === null || frames === null) {
        // Played anew: what the page holds is of another playing.
        from = NOTHING;
        events = read(files.events, 0);
        frames = read(files.frames, 0);
      }
      const piece = { from, events: events ?? EMPTY, frames: frames ?? EMPTY };
      const empty = piece.events.length === 0 && piece.frames.length === 0;
      if (empty && number > 0 && !files.complete) return null;
      from = { events: from.events + piece.events.length, frames: from.frames + piece.frames.length };
      done = files.complete && empty;
      number += 1;
      return { episode, number, ...piece, complete: done };
    },
  };
}
