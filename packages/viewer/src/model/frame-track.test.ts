import { createFrameEncoder, decodeFrames, type Frame } from '@quorum/events';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FrameTrack } from './frame-track.js';

/** Three bodies over 250 frames, at ticks 2, 5, 8, …: two key frames and more. */
const encoder = createFrameEncoder();
const bytes = Buffer.concat(
  Array.from({ length: 250 }, (_, i) =>
    encoder.push({
      tick: 2 + 3 * i,
      poses: [0, 1, 2].map((body) => ({ body, x: body + i / 16, y: 1, angle: 0 })),
      contacts: i % 7 === 0 ? [{ bodyA: 0, bodyB: 1, force: i }] : [],
    }),
  ),
);
const frames = [...decodeFrames(bytes)];
const last = frames.at(-1) as Frame;
const whole = new FrameTrack();
whole.append(bytes);

const tick = fc.double({ min: -5, max: last.tick + 10, noNaN: true });

it('finds the frames around any tick, in any order', () => {
  fc.assert(
    fc.property(fc.array(tick, { minLength: 1, maxLength: 6 }), (ticks) => {
      for (const each of ticks) {
        const moment = whole.at(each);
        const before = frames.findLast((frame) => frame.tick <= each) ?? frames[0];
        const after = frames.find((frame) => frame.tick > (before?.tick ?? 0)) ?? before;
        expect(moment).toEqual({ before, after, share: expect.any(Number) as number });
      }
    }),
    { numRuns: 60 },
  );
});

it('says how far a tick lies between two frames', () => {
  expect([-3, 2, 3.5, 4.999, 5].map((each) => whole.at(each)?.share)).toEqual([
    0,
    0,
    0.5,
    expect.closeTo(1, 3),
    0,
  ]);
  expect(whole.at(1e9)).toEqual({ before: last, after: last, share: 0 });
});

it('is the same for bytes that come in pieces cut anywhere', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length), { maxLength: 5 }), tick, (cuts, each) => {
      const track = new FrameTrack();
      const ends = [...cuts, bytes.length].sort((a, b) => a - b);
      let from = 0;
      for (const end of ends) {
        track.append(bytes.subarray(from, end));
        track.at(each);
        from = end;
      }
      expect(track.at(each)).toEqual(whole.at(each));
    }),
    { numRuns: 40 },
  );
});

it('shows nothing before the first frame has come', () => {
  const track = new FrameTrack();
  expect(track.at(0)).toBeNull();
  track.append(bytes.subarray(0, 12));
  expect(track.at(0)).toBeNull();
});
