import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { planText, SUITE } from '../testing/suite-text.js';
import { shardOf } from './shard.js';

function plan(conditions: number, seeds: number) {
  const team = Array.from({ length: conditions }, (_, i) => `options.x${i}`);
  const whole = planText(SUITE);
  const [condition] = whole.conditions;
  if (!condition) throw new Error('the suite has no condition');
  const list = team.map((fingerprint) => ({ ...condition, fingerprint }));
  const episodes = Array.from({ length: seeds }, (_, seed) =>
    list.map((of) => ({ condition: of, header: of.header, path: `${of.fingerprint}/${seed}` })),
  ).flat();
  return { ...whole, conditions: list, episodes };
}

const shards = (of: number) => Array.from({ length: of }, (_, i) => ({ index: i + 1, of }));

it('puts every episode into exactly one shard', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), fc.nat(9), fc.integer({ min: 1, max: 12 }), (c, s, n) => {
      const whole = plan(c, s);
      const parts = shards(n).flatMap((shard) => shardOf(whole, shard));
      expect(parts.map(({ path }) => path).sort()).toEqual(whole.episodes.map(({ path }) => path).sort());
    }),
  );
});

it('spreads every condition over all shards', () => {
  for (const shard of shards(2)) {
    const counts = new Map<string, number>();
    for (const { condition } of shardOf(plan(4, 6), shard)) {
      counts.set(condition.fingerprint, (counts.get(condition.fingerprint) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual([3, 3, 3, 3]);
  }
});
