import { createRng } from '@quorum/env';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { channelSpec, type ChannelSpec } from './channel-spec.js';
import { noteDeliveries, transmit, type ChannelView, type LastDelivery, type Outcome } from './transmit.js';

interface Shot {
  readonly options?: object;
  readonly text?: string;
  readonly seed?: number;
  readonly number?: number;
  readonly time?: number;
  readonly last?: LastDelivery;
  readonly to?: readonly number[];
  position?(seat: number): { x: number; y: number } | null;
}

/** Message `number` of seat 0 to seats 1 to 4, who stand a metre apart in a row. */
function send(shot: Shot = {}): Outcome[] {
  const {
    options = {},
    text = 'go west',
    seed = 1,
    number = 1,
    time = 0,
    last = [],
    to = [1, 2, 3, 4],
  } = shot;
  const view: ChannelView = {
    time,
    position: (seat) => (shot.position === undefined ? { x: seat, y: 0 } : shot.position(seat)),
    rng: (...names) => createRng(seed, 'channel', number, ...names),
  };
  return transmit(channelSpec.parse(options), { from: 0, text }, to, view, last);
}

const lostTo = (outcomes: readonly Outcome[]): number[] =>
  outcomes.flatMap((outcome) => ('lost' in outcome ? [outcome.to] : []));
const deliveries = (outcomes: readonly Outcome[]) =>
  outcomes.flatMap((outcome) => ('lost' in outcome ? [] : [outcome]));

const seed = fc.nat(1_000_000);
const share = fc.constantFrom(0, 0.1, 0.3, 0.5, 0.9, 1);

/** Channels with any mixture of knobs. */
const knobs = fc.record({
  latencySeconds: fc.constantFrom(0, 0.5, 2),
  jitterSeconds: fc.constantFrom(0, 0.25, 4),
  loss: share,
  duplication: share,
  reordering: share,
  corruption: share,
  rangeMeters: fc.constantFrom(null, 2.5),
});

it('delivers to everybody at once, in seat order, unless told otherwise', () => {
  expect(send({ to: [3, 1] })).toEqual([
    { to: 1, delayMicros: 0, copy: 1 },
    { to: 3, delayMicros: 0, copy: 1 },
  ]);
});

it('does the same again', () => {
  fc.assert(
    fc.property(seed, knobs, (root, options) => {
      expect(send({ seed: root, options })).toEqual(send({ seed: root, options }));
    }),
  );
});

it('treats each recipient alike, whoever else is addressed', () => {
  fc.assert(
    fc.property(seed, knobs, fc.subarray([1, 2, 3, 4]), (root, options, to) => {
      const all = send({ seed: root, options });
      const some = send({ seed: root, options, to });
      expect(some).toEqual(all.filter((outcome) => to.includes(outcome.to)));
    }),
  );
});

/** What each knob decides, seen apart from the others. */
const facets: Readonly<Record<string, (outcomes: readonly Outcome[]) => unknown>> = {
  loss: lostTo,
  duplication: (outcomes) => deliveries(outcomes).flatMap(({ to, copy }) => (copy === 2 ? [to] : [])),
  reordering: (outcomes) => deliveries(outcomes).map(({ held }) => held),
  corruption: (outcomes) => deliveries(outcomes).map(({ corrupted }) => corrupted),
  jitterSeconds: (outcomes) => deliveries(outcomes).map(({ delayMicros }) => delayMicros),
};
// What is lost is not delivered, and a duplicate is one delivery more: these two are compared where they change no list.
const independent: readonly (readonly [string, readonly string[]])[] = [
  ['loss', ['duplication', 'reordering', 'corruption', 'jitterSeconds', 'latencySeconds']],
  ['duplication', ['reordering', 'corruption', 'jitterSeconds', 'latencySeconds']],
  ['reordering', ['corruption', 'jitterSeconds', 'latencySeconds']],
  ['corruption', ['reordering', 'jitterSeconds', 'latencySeconds']],
  ['jitterSeconds', ['corruption']],
];

it.each(independent)('%s is drawn alike whatever %j are set to', (knob, others) => {
  fc.assert(
    fc.property(seed, knobs, knobs, (root, options, changed) => {
      const base = { ...options, rangeMeters: null, ...(knob === 'loss' ? {} : { loss: 0 }) };
      const after = { ...base, ...Object.fromEntries(others.map((name) => [name, changed[name as 'loss']])) };
      const facet = facets[knob];
      expect(facet?.(send({ seed: root, options: after }))).toEqual(
        facet?.(send({ seed: root, options: base })),
      );
    }),
  );
});

it('asks each random stream once, so that no two answers hang together', () => {
  fc.assert(
    fc.property(knobs, (options) => {
      const asked: string[] = [];
      const rng: ChannelView['rng'] = (...names) => {
        asked.push(names.join(' '));
        return createRng(1, ...names);
      };
      const view = { time: 0, position: () => null, rng };
      transmit(channelSpec.parse(options), { from: 0, text: 'go' }, [1, 2], view, []);
      expect(asked).toEqual([...new Set(asked)]);
    }),
  );
});

it('loses nothing at loss 0 and all at loss 1', () => {
  fc.assert(
    fc.property(seed, (root) => {
      expect(lostTo(send({ seed: root, options: { loss: 0 } }))).toEqual([]);
      expect(send({ seed: root, options: { loss: 1, duplication: 1 } })).toEqual(
        [1, 2, 3, 4].map((to) => ({ to, lost: 'loss' })),
      );
    }),
  );
});

it('loses more at higher loss, the former losses included', () => {
  fc.assert(
    fc.property(seed, share, share, (root, a, b) => {
      const few = lostTo(send({ seed: root, options: { loss: Math.min(a, b) } }));
      const many = lostTo(send({ seed: root, options: { loss: Math.max(a, b) } }));
      expect(many).toEqual(expect.arrayContaining(few));
    }),
  );
});

it('loses about the share it is told to', () => {
  const lost = Array.from(
    { length: 2000 },
    (_, number) => lostTo(send({ number, options: { loss: 0.3 } })).length,
  );
  const rate = lost.reduce((sum, each) => sum + each, 0) / 8000;
  // Five standard errors.
  expect(Math.abs(rate - 0.3)).toBeLessThan(0.026);
});

it('takes the latency and at most the jitter on top, in whole microseconds', () => {
  fc.assert(
    fc.property(seed, (root) => {
      for (const { delayMicros } of deliveries(
        send({ seed: root, options: { latencySeconds: 1.5, jitterSeconds: 0.5, duplication: 1 } }),
      )) {
        expect(Number.isInteger(delayMicros)).toBe(true);
        expect(delayMicros).toBeGreaterThanOrEqual(1_500_000);
        expect(delayMicros).toBeLessThan(2_000_000);
      }
    }),
  );
});

it('numbers duplicates', () => {
  const copies = deliveries(send({ options: { duplication: 1 }, to: [1, 2] }));
  expect(copies.map(({ to, copy }) => [to, copy])).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
  ]);
});

/** Sends messages one after the other and returns what arrives, in the order of the queue: by time, then age. */
function converse(root: number, options: object, gaps: readonly number[]) {
  const arrivals: { to: number; message: number; at: number; held: boolean }[] = [];
  let last: LastDelivery = [];
  let time = 0;
  gaps.forEach((gap, message) => {
    time += gap;
    const outcomes = send({ seed: root, options, number: message, time, last });
    last = noteDeliveries(last, outcomes, time);
    for (const { to, delayMicros, held = false } of deliveries(outcomes)) {
      expect(delayMicros).toBeGreaterThanOrEqual(0);
      arrivals.push({ to, message, at: time + delayMicros, held });
    }
  });
  return arrivals.map((each, age) => ({ ...each, age })).sort((a, b) => a.at - b.at || a.age - b.age);
}

const gaps = fc.array(fc.nat(3_000_000), { maxLength: 12 });
const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

it('keeps the order of each pair: only what is held back is overtaken', () => {
  fc.assert(
    fc.property(seed, knobs, gaps, (root, options, times) => {
      const arrivals = converse(root, options, times);
      for (const seat of [1, 2, 3, 4]) {
        const inOrder = arrivals.flatMap(({ to, message, held }) => (to === seat && !held ? [message] : []));
        expect(inOrder).toEqual(ascending(inOrder));
      }
    }),
  );
});

it('holds messages back for up to 5 s, so that some are overtaken', () => {
  const arrivals = converse(3, { reordering: 0.5 }, new Array<number>(40).fill(500_000));
  const toOne = arrivals.flatMap(({ to, message }) => (to === 1 ? [message] : []));
  expect(toOne).not.toEqual(ascending(toOne));
  expect(ascending(toOne)).toEqual(Array.from({ length: 40 }, (_, i) => i));
  const waits = arrivals.filter(({ held }) => held).map(({ at, message }) => at - (message + 1) * 500_000);
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...waits)).toBeLessThanOrEqual(5_000_000);
  expect(Math.max(...waits)).toBeGreaterThan(4_000_000);
});

it('corrupts character by character, without ever splitting one', () => {
  fc.assert(
    fc.property(seed, share, fc.string({ unit: 'binary', maxLength: 30 }), (root, corruption, text) => {
      for (const { corrupted } of deliveries(send({ seed: root, text, options: { corruption } }))) {
        if (corruption === 0 || text === '') expect(corrupted).toBeUndefined();
        if (corruption === 1 && text !== '') expect(corrupted).toBeDefined();
        const before = [...text];
        const after = [...(corrupted ?? text)];
        expect(after).toHaveLength(before.length);
        const changed = after.filter((character, i) => character !== before[i]);
        expect(changed.length > 0).toBe(corrupted !== undefined);
        expect(changed.every((character) => /^[a-z0-9 .,-]$/.test(character))).toBe(true);
        if (corruption === 1) expect(changed).toHaveLength(before.length);
      }
    }),
  );
});

it('corrupts more at a higher chance, the former characters included', () => {
  const at = (corruption: number) => [
    ...(deliveries(send({ text: 'x'.repeat(200), options: { corruption } }))[0]?.corrupted ?? ''),
  ];
  const many = at(0.6);
  const few = at(0.2);
  expect(few.filter((character) => character !== 'x').length).toBeGreaterThan(10);
  expect(few.every((character, i) => character === 'x' || character === many[i])).toBe(true);
});

it('carries as far as the range, the border included', () => {
  expect(send({ options: { rangeMeters: 2 } })).toEqual([
    { to: 1, delayMicros: 0, copy: 1 },
    { to: 2, delayMicros: 0, copy: 1 },
    { to: 3, lost: 'out_of_range' },
    { to: 4, lost: 'out_of_range' },
  ]);
});

it('needs bodies only where there is a range', () => {
  const position = () => null;
  expect(lostTo(send({ position }))).toEqual([]);
  expect(send({ position, options: { rangeMeters: 9 }, to: [1] })).toEqual([{ to: 1, lost: 'out_of_range' }]);
});

const split: Partial<ChannelSpec> = {
  partitions: [
    { fromSeconds: 10, toSeconds: 20, groups: [[0, 1, 2], [3]] },
    { fromSeconds: 15, toSeconds: 25, groups: [[0, 1], [0, 3], [2]] },
  ],
};

it.each<[number, number[]]>([
  [0, []],
  [9_999_999, []],
  [10_000_000, [3, 4]],
  [15_000_000, [2, 3, 4]],
  [20_000_000, [2, 4]],
  [24_999_999, [2, 4]],
  [25_000_000, []],
])('at %i µs partitions cut off %j', (time, cut) => {
  const outcomes = send({ options: split, time });
  expect(lostTo(outcomes)).toEqual(cut);
  expect(outcomes.filter((outcome) => 'lost' in outcome)).toEqual(
    cut.map((to) => ({ to, lost: 'partition' })),
  );
});

it('names the partition before the range, and the range before chance', () => {
  const options = { ...split, rangeMeters: 1, loss: 1 };
  expect(
    send({ options, time: 10_000_000 }).map((outcome) => ('lost' in outcome ? outcome.lost : null)),
  ).toEqual(['loss', 'out_of_range', 'partition', 'partition']);
});
