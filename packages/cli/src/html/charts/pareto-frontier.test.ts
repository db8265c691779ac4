import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paretoFrontier, type FrontierPoint } from './pareto-frontier.js';

function point(number: number, cost: number, score: number): FrontierPoint {
  return { number, cost, score, low: score, high: score };
}

it('keeps the cheapest, and each that buys more score', () => {
  const points = [point(1, 10, 0.5), point(2, 20, 0.4), point(3, 30, 0.9), point(4, 10, 0.3)];
  expect(paretoFrontier(points).map(({ number }) => number)).toEqual([1, 3]);
});

it('leaves out what something beats, and nothing else', () => {
  const few = fc.integer({ min: 0, max: 5 });
  const cloud = fc
    .array(fc.tuple(few, few), { maxLength: 12 })
    .map((pairs) => pairs.map(([cost, score], i) => point(i, cost, score)));
  fc.assert(
    fc.property(cloud, (points) => {
      const frontier = paretoFrontier(points);
      for (const each of points) {
        const beaten = frontier.some(({ cost, score }) => cost <= each.cost && score >= each.score);
        expect(beaten).toBe(true);
      }
      for (const a of frontier)
        for (const b of frontier) if (a !== b) expect(a.cost <= b.cost && a.score >= b.score).toBe(false);
    }),
  );
});
