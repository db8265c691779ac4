import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { predict, type Contribution } from './predict.js';

const seat = (number: number, own: Partial<Contribution> = {}): Contribution => ({
  ...{ seat: number, strength: 1, holds: true, works: true, arrivesSeconds: 2, patienceSeconds: 3 },
  ...own,
});
const plan = (required: number, ...contributions: readonly Contribution[]) => ({
  ...{ task: 'b1/left', required },
  contributions,
});
const brief = (...given: Parameters<typeof plan>): string[] =>
  predict(plan(...given)).map(({ constraint, count, required }) => `${constraint} ${count}/${required}`);

describe('worked examples', () => {
  it('feasible: enough come, and who is first waits long enough', () => {
    expect(brief(2, seat(0), seat(1, { arrivesSeconds: 4.5 }))).toEqual([]);
  });

  it('under-quorum: too few plan for it, and who does not work on it does not count', () => {
    expect(predict(plan(3, seat(0), seat(2)))).toEqual([
      { task: 'b1/left', constraint: 'participation', count: 2, required: 3, seats: [0, 2] },
    ]);
    expect(brief(2, seat(0), seat(1, { works: false }))).toEqual(['participation 1/2']);
  });

  it('incapable: enough come, but nobody who can unlock it', () => {
    expect(brief(2, seat(0, { holds: false }), seat(1, { holds: false }))).toEqual(['dependency 0/1']);
    expect(brief(2, seat(0, { holds: false }), seat(1))).toEqual([]);
    expect(brief(2, seat(0, { holds: false }), seat(1, { works: false }))).toEqual([
      'participation 1/2',
      'dependency 0/1',
    ]);
  });

  it('shut out: enough want to, and no way leads there for one', () => {
    expect(brief(2, seat(0), seat(1, { arrivesSeconds: null }))).toEqual(['spatial 1/2']);
  });

  it('late partner: the first has given up when the second comes', () => {
    expect(brief(2, seat(0), seat(1, { arrivesSeconds: 5.1 }))).toEqual(['temporal 1/2']);
    expect(brief(2, seat(0, { patienceSeconds: 30 }), seat(1, { arrivesSeconds: 5.1 }))).toEqual([]);
  });

  it('strong ones count for more, weak ones for less', () => {
    expect(brief(2, seat(0, { strength: 2 }))).toEqual([]);
    expect(brief(2, seat(0), seat(1, { strength: 0.5 }))).toEqual(['participation 1/2']);
  });
});

const contributions = fc.array(
  fc.record({
    strength: fc.constantFrom(0.5, 1, 2),
    holds: fc.boolean(),
    works: fc.boolean(),
    arrivesSeconds: fc.option(fc.double({ min: 0, max: 20, noNaN: true })),
    patienceSeconds: fc.double({ min: 0, max: 20, noNaN: true }),
  }),
  { maxLength: 6 },
);

it('one more who is there as long as anybody never makes it worse', () => {
  fc.assert(
    fc.property(contributions, fc.integer({ min: 1, max: 6 }), (team, required) => {
      const seats = team.map((own, number) => seat(number, own));
      const helper = seat(9, { arrivesSeconds: 0, patienceSeconds: 100 });
      const before = predict(plan(required, ...seats));
      const after = predict(plan(required, ...seats, helper));
      expect(after.length).toBeLessThanOrEqual(before.length);
      if (required === 1) expect(after).toEqual([]);
    }),
  );
});
