import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { QueueEntry } from './episode-state.js';
import { enqueue, takeDue } from './queue.js';

const entries = fc.array(
  fc.record({ time: fc.nat(5), seat: fc.integer({ min: -1, max: 4 }) }).map(
    // Only time and seat matter to the queue.
    ({ time, seat }) => ({ kind: 'timeout', time, seat, id: '' }) as unknown as QueueEntry,
  ),
);

it('orders by time, then seat, then age', () => {
  fc.assert(
    fc.property(entries, (made) => {
      const queue: QueueEntry[] = [];
      for (const entry of made) enqueue(queue, entry);
      // The sort of the language keeps the order of equals.
      expect(queue).toEqual(made.toSorted((a, b) => a.time - b.time || a.seat - b.seat));
      queue.forEach((entry, i) => {
        const next = queue[i + 1];
        if (next !== undefined && next.time === entry.time && next.seat === entry.seat)
          expect(made.indexOf(entry)).toBeLessThan(made.indexOf(next));
      });
    }),
  );
});

it('gives out what is due and keeps the rest', () => {
  fc.assert(
    fc.property(entries, fc.nat(6), (made, now) => {
      const queue: QueueEntry[] = [];
      for (const entry of made) enqueue(queue, entry);
      const all = [...queue];
      const due = takeDue(queue, now);
      expect([...due, ...queue]).toEqual(all);
      expect(due.every(({ time }) => time <= now)).toBe(true);
      expect(queue.every(({ time }) => time > now)).toBe(true);
    }),
  );
});
