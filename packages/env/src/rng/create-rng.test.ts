import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRng, type RngPathPart } from './create-rng.js';

const seeds = fc.integer({ min: 0, max: 2147483647 });
const part: fc.Arbitrary<RngPathPart> = fc.oneof(fc.string(), fc.integer());
const paths = fc.array(part, { maxLength: 5 });

function draws(seed: number, path: readonly RngPathPart[], count = 8): number[] {
  const rng = createRng(seed, ...path);
  return Array.from({ length: count }, () => rng.uniform());
}

it('gives one stream per name', () => {
  fc.assert(
    fc.property(seeds, paths, (seed, path) => {
      expect(draws(seed, path)).toEqual(draws(seed, path));
    }),
  );
});

it('is not moved by other consumers', () => {
  fc.assert(
    fc.property(seeds, paths, paths, (seed, path, other) => {
      const alone = draws(seed, path, 4);
      const rng = createRng(seed, ...path);
      const noise = createRng(seed, ...other);
      const together = Array.from({ length: 4 }, () => {
        noise.normal();
        return rng.uniform();
      });
      expect(together).toEqual(alone);
    }),
  );
});

it('gives different streams for different names', () => {
  fc.assert(
    fc.property(seeds, paths, seeds, paths, (seedA, pathA, seedB, pathB) => {
      fc.pre(JSON.stringify([seedA, pathA]) !== JSON.stringify([seedB, pathB]));
      expect(draws(seedA, pathA)).not.toEqual(draws(seedB, pathB));
    }),
  );
});

it.each([
  [
    ['a', 'bc'],
    ['ab', 'c'],
  ],
  [['1'], [1]],
  [['a', ''], ['a']],
  [[], [0]],
  [['s1:a'], ['a']],
  [[1, 2], [12]],
])('tells %j from %j', (left, right) => {
  expect(draws(7, left)).not.toEqual(draws(7, right));
});

it('keeps its numbers for ever', () => {
  const rng = createRng(42, 'layout', 3);
  expect([rng.integer(0, 4294967295), rng.integer(-5, 5), rng.uniform(), rng.normal()]).toEqual([
    1467087631, 4, 0.6059283996000886, -0.8628532455768436,
  ]);
  expect(rng.shuffle([1, 2, 3, 4, 5, 6])).toEqual([4, 5, 6, 3, 1, 2]);
  expect(rng.pick(['a', 'b', 'c'])).toBe('b');
  expect(draws(0, [], 4).map((value) => value * 4294967296)).toEqual([
    508377775, 23485358, 3512722192, 1014527021,
  ]);
});

it('stays within its bounds', () => {
  fc.assert(
    fc.property(seeds, fc.integer(), fc.nat(1000), (seed, min, span) => {
      const rng = createRng(seed, 'bounds');
      for (let i = 0; i < 20; i++) {
        const value = rng.integer(min, min + span);
        expect(Number.isSafeInteger(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(min);
        expect(value).toBeLessThanOrEqual(min + span);
        const share = rng.uniform();
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThan(1);
      }
    }),
  );
});

it('shuffles without loss and leaves its input alone', () => {
  fc.assert(
    fc.property(seeds, fc.array(fc.integer()), (seed, items) => {
      const before = [...items];
      const shuffled = createRng(seed, 'shuffle').shuffle(items);
      expect(items).toEqual(before);
      const ascending = (a: number, b: number) => a - b;
      expect([...shuffled].sort(ascending)).toEqual([...items].sort(ascending));
    }),
  );
});

/** Chi-square over `bins`; its mean is bins - 1 and its spread about sqrt(2 * (bins - 1)). */
function chiSquare(counts: readonly number[], total: number): number {
  const expected = total / counts.length;
  return counts.reduce((sum, count) => sum + ((count - expected) * (count - expected)) / expected, 0);
}

it('is uniform within a stream and across the first draws of neighbouring names', () => {
  const within = new Array<number>(64).fill(0);
  const across = new Array<number>(64).fill(0);
  const rng = createRng(1, 'uniformity');
  const total = 64_000;
  for (let i = 0; i < total; i++) {
    const a = rng.integer(0, 63);
    within[a] = (within[a] ?? 0) + 1;
    const b = Math.floor(createRng(1, 'seat', i).uniform() * 64);
    across[b] = (across[b] ?? 0) + 1;
  }
  expect(chiSquare(within, total)).toBeLessThan(63 + 5 * 11.3);
  expect(chiSquare(across, total)).toBeLessThan(63 + 5 * 11.3);
});

it('draws integers of a wide range without favouring the lower part', () => {
  // With plain modulo the lower third of 3 * 2^30 values would come twice as often as the others.
  const rng = createRng(5, 'bias');
  const third = 1073741824;
  const counts = [0, 0, 0];
  for (let i = 0; i < 30_000; i++) {
    const bin = Math.floor(rng.integer(0, 3 * third - 1) / third);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  expect(chiSquare(counts, 30_000)).toBeLessThan(2 + 5 * 2);
});

it('draws normal numbers with mean 0 and variance 1', () => {
  const rng = createRng(9, 'normal');
  const total = 20_000;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < total; i++) {
    const value = rng.normal();
    sum += value;
    squares += value * value;
  }
  expect(Math.abs(sum / total)).toBeLessThan(0.03);
  expect(Math.abs(squares / total - 1)).toBeLessThan(0.05);
});

it('refuses what has no answer', () => {
  const rng = createRng(1);
  expect(() => rng.pick([])).toThrow('empty list');
  expect(() => rng.integer(3, 2)).toThrow('between 3 and 2');
  expect(() => rng.integer(0.5, 2)).toThrow('between 0.5 and 2');
  expect(() => createRng(1, 0.5)).toThrow('0.5');
  expect(() => createRng(Number.NaN)).toThrow('NaN');
});
