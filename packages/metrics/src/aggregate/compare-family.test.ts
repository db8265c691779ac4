import { expect, it } from 'vitest';
import { compareFamily } from './compare-family.js';
import type { Sample } from './samples.js';

const run = (value: (seed: number) => number, seeds = 10): Sample[] =>
  Array.from({ length: seeds }, (_, i) => ({ seed: i + 1, value: value(i + 1) }));

const baseline = run((seed) => seed);

it('corrects over all comparisons of the family', () => {
  const better = { samples: run((seed) => 2 * seed), baseline };
  const alike = { samples: run((seed) => seed + (seed % 2 === 0 ? 1 : -1)), baseline };
  const [first, second] = compareFamily([better, alike]);
  expect(first).toMatchObject({ mean: 5.5, pValue: 2 / 1024, pHolm: 4 / 1024 });
  expect(second).toMatchObject({ mean: 0, pValue: 1, pHolm: 1 });
});

it('says nothing of significance where a comparison has too few seeds, and counts it', () => {
  const few = { samples: run(() => 0, 9), baseline };
  const better = { samples: run((seed) => 2 * seed), baseline };
  expect(compareFamily([few, better]).map(({ pHolm }) => pHolm)).toEqual([null, 4 / 1024]);
});
