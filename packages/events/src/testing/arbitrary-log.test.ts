import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseLog } from '../node/read-log.js';
import { eventSchemas } from '../schema/event-schema.js';
import { arbitraryLog } from './arbitrary-log.js';

it('makes logs that the reader accepts as they are', () => {
  fc.assert(
    fc.property(arbitraryLog(), ({ header, events, text }) => {
      const read = parseLog(text);
      expect(read.damage).toBe(null);
      expect(read).toEqual({ header, events, complete: true, damage: null });
    }),
    { numRuns: 200 },
  );
});

it('reaches every event type', () => {
  const seen = new Set(
    fc.sample(arbitraryLog(), { numRuns: 50, seed: 1 }).flatMap((log) => log.events.map((e) => e.type)),
  );
  expect([...seen].sort()).toEqual(Object.keys(eventSchemas).sort());
});
