import type { EpisodeHeader, QuorumEvent } from '@quorum/events';
import type { EpisodePiece, Held } from '../protocol/protocol.js';
import { createEpisodeModel, type EpisodeModel } from './episode-model.js';
import { FrameTrack } from './frame-track.js';
import { createLineCutter } from './log-lines.js';

/** An episode as far as the page has it. Replaced whenever something was added, so that what shows it notices. */
export interface LoadedEpisode {
  readonly path: string;
  readonly held: Held;
  /** Null until its header has come. */
  readonly model: EpisodeModel | null;
  readonly frames: FrameTrack;
  readonly complete: boolean;
  readonly cut: (bytes: Uint8Array) => string[];
}

export function emptyEpisode(path: string): LoadedEpisode {
  return {
    path,
    held: { events: 0, frames: 0 },
    model: null,
    frames: new FrameTrack(),
    complete: false,
    cut: createLineCutter(),
  };
}

/**
 * Adds a piece to what the page holds. A piece that begins at 0 starts the episode over; null where the piece does not
 * follow what is held, so that the page has to join anew.
 */
export function addPiece(episode: LoadedEpisode, piece: EpisodePiece): LoadedEpisode | null {
  const { from } = piece;
  const over = from.events === 0 && from.frames === 0;
  const before = over ? emptyEpisode(episode.path) : episode;
  if (from.events !== before.held.events || from.frames !== before.held.frames) return null;
  let { model } = before;
  const [events, frames] = [new Uint8Array(piece.events), new Uint8Array(piece.frames)];
  for (const line of before.cut(events)) {
    if (model === null) model = createEpisodeModel(JSON.parse(line) as EpisodeHeader);
    else model.push(JSON.parse(line) as QuorumEvent);
  }
  before.frames.append(frames);
  return {
    ...before,
    model,
    held: { events: from.events + events.length, frames: from.frames + frames.length },
    complete: piece.complete,
  };
}
