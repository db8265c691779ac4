import { ticksToMicros } from '@quorum/events';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { microsToTicks } from './micros-to-ticks.js';

it('is the first tick at or after an instant', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000_000), (micros) => {
      const tick = microsToTicks(micros);
      expect(ticksToMicros(tick)).toBeGreaterThanOrEqual(micros);
      if (tick > 0) expect(ticksToMicros(tick - 1)).toBeLessThan(micros);
    }),
    { numRuns: 1000 },
  );
});
