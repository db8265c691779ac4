import { expect, it } from 'vitest';
import { exchange, heard, opened, said, talkResultOf } from '../testing/talk-events.js';
import type { TinyEvent } from '../testing/tiny-log.js';
import type { Dependence } from './dependence.js';
import { instantaneousCoordination } from './instantaneous-coordination.js';

const TASKS = ['a', 'b', 'c', 'd'];
const tasks = TASKS.map(opened);

const result = (events: readonly TinyEvent[], form?: string): Dependence =>
  talkResultOf(instantaneousCoordination, [...tasks, ...events], form) as Dependence;

it('gives a perfect copier log|M|, far beyond its null', () => {
  const log = Array.from({ length: 40 }, (_, i) => TASKS[i % 4] ?? '').flatMap((task) =>
    exchange(task, task),
  );
  const { pairs, information, corrected, nullMean, pValue } = result(log);
  expect(pairs).toBe(40);
  expect(information).toBeCloseTo(Math.log(4), 12);
  // What four messages and four actions give for nothing in 40 pairs.
  expect(corrected).toBeCloseTo(Math.log(4) - 9 / 80, 12);
  expect(nullMean).toBeLessThan(0.3);
  expect(pValue).toBe(1 / 200);
});

it('gives a deaf listener 0, within its null', () => {
  const even = TASKS.flatMap((asked) => TASKS.flatMap((done) => exchange(asked, done)));
  expect(result(even)).toMatchObject({ information: 0, corrected: 0, pValue: 1 });
  // Its actions in an order of their own, which no message decides: what so few pairs give is what chance gives.
  const done = 'abdcbadbccdabdcabcdaacbdbdacdbcacabdbdca';
  const uneven = [...done].flatMap((task, i) => exchange(TASKS[i % 4] ?? '', task));
  const { information, corrected, nullMean, pValue } = result(uneven);
  expect(information).toBeGreaterThan(0);
  expect(corrected).toBeLessThan(0.01);
  expect(Math.abs((information ?? 0) - (nullMean ?? 0))).toBeLessThan(0.15);
  expect(pValue).toBeGreaterThan(0.05);
});

it('leaves nothing beyond chance of a deaf listener in a short episode, where all other numbers mislead', () => {
  const sparse = [...'abcd'].flatMap((task, i) => exchange(task, [...'bdac'][i] ?? ''));
  const { information, excess, pValue } = result(sparse);
  expect(information).toBeCloseTo(Math.log(4), 12);
  expect(excess).toBeCloseTo(0, 12);
  expect(pValue).toBe(1);
});

it('plays the example of its page', () => {
  const copier = result(['a', 'b', 'a', 'b'].flatMap((task) => exchange(task, task)));
  expect(copier).toMatchObject({ pairs: 4 });
  expect(copier.information).toBeCloseTo(0.6931, 4);
  expect(copier.corrected).toBeCloseTo(0.5681, 4);
  const deaf = ['aa', 'ab', 'ba', 'bb'].flatMap(([asked = '', done = '']) => exchange(asked, done));
  expect(result(deaf)).toMatchObject({ information: 0, corrected: 0, pValue: 1 });
});

it('pairs no plan with a message that came after the observation it rests on, and no duplicate', () => {
  const [request, arrival, look, plan] = exchange('a', 'a') as [TinyEvent, TinyEvent, TinyEvent, TinyEvent];
  expect(result([look, request, arrival, plan]).pairs).toBe(0);
  expect(result([look, request, arrival, plan, look, plan]).pairs).toBe(1);
  expect(result([request, arrival, heard(1, 2), look, plan]).pairs).toBe(1);
});

it('keeps pairs of speaker and hearer apart', () => {
  const toTwo = ['a', 'b'].flatMap((task): TinyEvent[] => [
    said('request', task, [1, 2]),
    heard(1),
    heard(2),
    ...[1, 2].flatMap((seat): TinyEvent[] => [
      { type: 'observation.shown', tick: 0, seat, parts: {} },
      { type: 'plan.committed', tick: 0, seat, task: seat === 1 ? task : 'c', actions: [], observation: 0 },
    ]),
  ]);
  // Seat 1 copies (ln 2), seat 2 is deaf (0): the mean.
  expect(result(toTwo).information).toBeCloseTo(Math.log(2) / 2, 12);
});

it('has nothing to say of words without speech acts', () => {
  expect(result(exchange('a', 'a'), 'free')).toEqual({
    pairs: 0,
    information: null,
    corrected: null,
    excess: null,
    nullMean: null,
    pValue: null,
    joint: [],
  });
});
