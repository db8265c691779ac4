import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addToSeries, createSeries, MOST_INTERVALS } from './capped-series.js';

it('spreads ticks over intervals', () => {
  const series = createSeries({ a: [], b: [] });
  addToSeries(series, 30, 150, ['a']);
  addToSeries(series, 0, 60, ['a', 'b']);
  expect(series).toEqual({ ticksPerInterval: 60, channels: { a: [90, 60, 30], b: [60] } });
});

it('never grows beyond its cap and loses no tick', () => {
  const spans = fc.array(fc.tuple(fc.nat(20_000), fc.nat(3000)), { maxLength: 20 });
  fc.assert(
    fc.property(spans, (all) => {
      const series = createSeries({ a: [] as number[] });
      for (const [from, length] of all) addToSeries(series, from, from + length, ['a']);
      const { a } = series.channels;
      expect(a.length).toBeLessThanOrEqual(MOST_INTERVALS);
      expect(a.reduce((sum, ticks) => sum + ticks, 0)).toBe(all.reduce((sum, [, length]) => sum + length, 0));
    }),
  );
});
