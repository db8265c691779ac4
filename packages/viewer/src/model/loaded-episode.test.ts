import { arbitraryLog } from '@quorum/events/testing';
import { createFrameEncoder } from '@quorum/events';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EpisodePiece } from '../protocol/protocol.js';
import { addPiece, emptyEpisode, type LoadedEpisode } from './loaded-episode.js';

const NOTHING = { events: 0, frames: 0 };
const piece = (
  from: EpisodePiece['from'],
  events: Uint8Array,
  frames: Uint8Array = new Uint8Array(),
): EpisodePiece => ({
  ...{ episode: 'a', number: 1, from, events, frames, complete: false },
});

it('holds the same, however the log is cut', () => {
  fc.assert(
    fc.property(
      arbitraryLog(),
      fc.array(fc.nat(5000), { maxLength: 4 }),
      ({ header, events, text }, cuts) => {
        const bytes = Buffer.from(text);
        let episode: LoadedEpisode | null = emptyEpisode('a');
        for (const end of [...cuts.filter((cut) => cut < bytes.length), bytes.length].sort((a, b) => a - b)) {
          const { held }: LoadedEpisode = episode;
          episode = addPiece(episode, piece(held, bytes.subarray(held.events, end)));
          if (episode === null) throw new Error('A piece that follows was refused.');
        }
        expect(episode.held).toEqual({ events: bytes.length, frames: 0 });
        expect(episode.model?.header).toEqual(header);
        expect(episode.model?.events).toEqual(events);
      },
    ),
    { numRuns: 25 },
  );
});

it('asks to join anew where a piece is missing', () => {
  expect(addPiece(emptyEpisode('a'), piece({ events: 1, frames: 0 }, Buffer.from('x')))).toBeNull();
  expect(addPiece(emptyEpisode('a'), piece({ events: 0, frames: 1 }, Buffer.from('x')))).toBeNull();
});

it('starts over where the episode is played anew, whichever file had come', () => {
  const frame = createFrameEncoder().push({ tick: 0, poses: [], contacts: [] });
  const [early, whole] = [Buffer.from('{"seed'), Buffer.from('{"seed":1,"team":[],"channel":{}}\n')];
  for (const first of [piece(NOTHING, early, frame), piece(NOTHING, Buffer.alloc(0), frame)]) {
    const before = addPiece(emptyEpisode('a'), first) as LoadedEpisode;
    const after = addPiece(before, piece(NOTHING, whole));
    expect(after?.held).toEqual({ events: whole.length, frames: 0 });
    expect(after?.model?.header.seed).toBe(1);
    expect(after?.frames.at(0)).toBeNull();
  }
});
