import fc from 'fast-check';
import { expect, it } from 'vitest';
import { QuorumError } from '../core/errors.js';
import type { Frame } from './frame.js';
import { decodeFrames, frameAt, seekPoints } from './frame-decoder.js';
import { createFrameEncoder } from './frame-encoder.js';

// Few bodies and few places, so that bodies often stay, leave and come back. Failures are not shrunk: with hundreds of
// frames that would take minutes.
const place = fc.oneof(fc.constantFrom(0, 3.5, 7.123), fc.double({ min: -1, max: 130, noNaN: true }));
const angle = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: -20, max: 20, noNaN: true }));
const body = fc.constantFrom(0, 1, 2, 63, 64, 65_535);
const force = fc.double({ min: -1, max: 800, noNaN: true });

const frames: fc.Arbitrary<Frame[]> = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 5 }),
      poses: fc.uniqueArray(fc.record({ body, x: place, y: place, angle }), { selector: (p) => p.body }),
      contacts: fc.array(fc.record({ bodyA: body, bodyB: body, force }), { maxLength: 3 }),
    }),
    { maxLength: 230, size: 'max' },
  )
  .map((list) => {
    let tick = -1;
    return list.map(({ gap, ...frame }) => ({ tick: (tick += gap), ...frame }));
  });

function encode(list: readonly Frame[]): Uint8Array {
  const encoder = createFrameEncoder();
  return Buffer.concat(list.map((frame) => encoder.push(frame)));
}

const clamp = (steps: number): number => Math.min(65_535, Math.max(0, steps));
const turn = 2 * Math.PI;

/** What a frame becomes by the documented resolutions. */
function quantised(frame: Frame): Frame {
  const meters = (value: number): number => clamp(Math.round(value * 512)) / 512;
  const radians = (value: number): number => {
    const steps = Math.round((value / turn) * 65_536);
    return ((((steps % 65_536) + 65_536) % 65_536) / 65_536) * turn;
  };
  return {
    tick: frame.tick,
    poses: frame.poses
      .map((pose) => ({ body: pose.body, x: meters(pose.x), y: meters(pose.y), angle: radians(pose.angle) }))
      .sort((a, b) => a.body - b.body),
    contacts: frame.contacts.map((contact) => ({
      ...contact,
      force: clamp(Math.round(contact.force * 100)) / 100,
    })),
  };
}

it('gives back every frame, quantised', () => {
  fc.assert(
    fc.property(frames, (list) => {
      expect([...decodeFrames(encode(list))]).toEqual(list.map(quantised));
    }),
    { numRuns: 10, endOnFailure: true },
  );
});

it('can begin at each seek point and finds the frame of each tick', () => {
  fc.assert(
    fc.property(frames, (list) => {
      const bytes = encode(list);
      const expected = list.map(quantised);
      const points = seekPoints(bytes);
      expect(points.map((point) => point.tick)).toEqual(
        list.filter((_, i) => i % 100 === 0).map((f) => f.tick),
      );
      points.forEach((point, i) => {
        expect(seekPoints(bytes, point)).toEqual(points.slice(i));
        expect([...decodeFrames(bytes, point)]).toEqual(expected.slice(100 * i));
      });
      for (const tick of [-1, 0, 150, 300, 301, 302, 1e6]) {
        expect(frameAt(bytes, points, tick)).toEqual(expected.findLast((f) => f.tick <= tick) ?? null);
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
});

const few: Frame[] = [0, 3, 6].map((tick) => ({
  tick,
  poses: [
    { body: 0, x: tick, y: 1, angle: 0 },
    { body: 1, x: 5, y: 5, angle: 0 },
    ...(tick < 6 ? [{ body: 2, x: 9, y: 9, angle: 1 }] : []),
  ],
  contacts: [{ bodyA: 0, bodyB: 1, force: 12.345 }],
}));

it('writes only what changed', () => {
  const encoder = createFrameEncoder();
  // File header 8, frame header 16, poses 8 each, removals 2 each, contacts 6 each.
  expect(few.map((frame) => encoder.push(frame).length)).toEqual([
    8 + 16 + 24 + 6,
    16 + 8 + 6,
    16 + 8 + 2 + 6,
  ]);
});

it('gives the whole frames of a file cut at any byte', () => {
  const encoder = createFrameEncoder();
  const pieces = few.map((frame) => encoder.push(frame));
  const bytes = Buffer.concat(pieces);
  let ends = 0;
  const frameEnds = pieces.map((piece) => (ends += piece.length));
  for (let size = 0; size < bytes.length; size++) {
    const whole = frameEnds.filter((end) => end <= size).length;
    expect([...decodeFrames(bytes.subarray(0, size))]).toEqual(few.slice(0, whole).map(quantised));
  }
});

it('never fails on damaged bytes but with LOG_CORRUPT', () => {
  const bytes = encode(few);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ mask;
      try {
        expect([...decodeFrames(changed)].length).toBeLessThanOrEqual(few.length);
      } catch (error) {
        expect(QuorumError.isInstance(error) && error.code).toBe('LOG_CORRUPT');
      }
    }),
    { numRuns: 1000 },
  );
});

it('names other files, other versions and broken frames', () => {
  const all = (bytes: Uint8Array): Frame[] => [...decodeFrames(bytes)];
  expect(() => all(Buffer.from('{"format"'))).toThrow('Not a frames file');
  expect(all(new Uint8Array())).toEqual([]);
  const version = Uint8Array.from(encode(few));
  version[4] = 2;
  expect(() => all(version)).toThrow('The frames have format 2; this version of Quorum reads format 1.');
  const length = Uint8Array.from(encode(few));
  length[8] = 99;
  expect(() => all(length)).toThrow('Bad frame at byte 8: its length does not fit its contents.');
  const noKey = Uint8Array.from(encode(few));
  noKey[16] = 0;
  expect(() => all(noKey)).toThrow('it is no key frame where one should be');
});

it('refuses frames that no world can have', () => {
  const pose = { body: 0, x: 1, y: 1, angle: 0 };
  const push = (...list: Frame[]) => {
    const encoder = createFrameEncoder();
    return () => list.map((frame) => encoder.push(frame));
  };
  const frame = { tick: 3, poses: [pose], contacts: [] };
  expect(push(frame, frame)).toThrow('Frame at tick 3: its tick is not later than the one before.');
  expect(push({ ...frame, poses: [pose, pose] })).toThrow('body 0 is in it twice');
  expect(push({ ...frame, poses: [{ ...pose, x: NaN }] })).toThrow('body 0 is nowhere');
  expect(push({ ...frame, poses: [{ ...pose, body: 65_536 }] })).toThrow('65536 is no body number');
  expect(push({ ...frame, contacts: [{ bodyA: 0, bodyB: 1, force: Infinity }] })).toThrow(
    'the contact of 0 and 1',
  );
});
