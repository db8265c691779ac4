import type { Claim } from '@quorum/events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playWorld, type View } from '../../conformance/play.js';
import type { Scenario } from '../../contract/scenario.js';
import { findScenario, scenarios } from '../../registry.js';
import { pushAction } from '../actions.js';
import { pushClaim } from './push-claim.js';
import { readObservation } from './read-observation.js';

const LIMITED = { sightMeters: 4.5, sensingNoiseMeters: 0.3, lockedWeights: [1, 2], keySeats: [1] };

/** What seats see while a team plays, of every scenario, without and with every limit. */
function views(options: Record<string, unknown>): View[] {
  return scenarios.flatMap((scenario) =>
    [3, 6].flatMap((seats) => {
      const world = { seed: seats, seats, options: scenario.options.parse(options), horizonTicks: 6000 };
      return playWorld(scenario, world, seats === 3 ? 'cooperative' : 'random', 200).views.slice();
    }),
  );
}

describe.each([
  ['without limits', {}],
  ['with limited sight, noise and locks', LIMITED],
])('%s', (_, options) => {
  it('reads every observation back from its text, whatever stands before and after it', () => {
    const seen = views(options);
    expect(seen.length).toBeGreaterThan(100);
    for (const { json, text } of seen) {
      expect(readObservation(`\n${text}\n `)).toEqual(JSON.parse(json));
    }
  });
});

it('reads nothing but observations', () => {
  const [scenario] = scenarios;
  const world = { seed: 3, seats: 3, options: scenario?.options.parse({}) ?? {}, horizonTicks: 6000 };
  const { text } = playWorld(scenario as Scenario, world, 'random', 1).views[0] as View;
  const lines = text.split('\n');
  const damaged = [
    '',
    'Blocks:',
    `${text}\nBlocks:`,
    lines.slice(1).join('\n'),
    lines.slice(0, -1).join('\n'),
    text.replace('left:', 'front:'),
    text.replace(/^(.*) s left/, '$1 minutes left'),
    text.replace(/weight (\d)/, 'weight heavy'),
    text.replace(/\((\d+\.\d)\d, /, '($1, '),
  ];
  for (const other of damaged) expect(readObservation(other), other).toBeNull();
});

const { language } = findScenario('push-private-v0');
const block = fc.integer({ min: 0, max: 9999 }).map((n) => `b${n}`);
const meters = fc.double({ min: -1000, max: 1000, noNaN: true }).map((x) => (Object.is(x, -0) ? 0 : x));
const side = fc.option(fc.double({ min: 0.01, max: 100, noNaN: true }), { nil: undefined });
const claim: fc.Arbitrary<Claim> = fc.oneof(
  fc.record({ type: fc.constant('blockWeight'), block, weight: fc.integer({ min: 1, max: 999 }) }),
  fc
    .record({ type: fc.constant('blockAt'), block, x: meters, y: meters, side })
    .map(({ side: wide, ...rest }) => (wide === undefined ? rest : { ...rest, side: wide })),
  fc.record({ type: fc.constant('blockDelivered'), block }),
  fc.record({ type: fc.constant('seatAt'), seat: fc.integer({ min: 0, max: 999 }), x: meters, y: meters }),
);

/** Words without a claim in them. */
const chatter = fc.constantFrom('', 'Hello!', 'I think', 'so: ', '(', 'weight 3 at (1, 2)', 'b7,', '"', '\n');

it('hears what it says, in any surroundings and any case', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(chatter, claim), { maxLength: 5 }),
      chatter,
      fc.boolean(),
      (said, end, loud) => {
        const text = [...said.map(([before, told]) => `${before} ${language.say(told)}`), end].join(' ');
        expect(language.hear(loud ? text.toUpperCase() : text)).toEqual(said.map(([, told]) => told));
      },
    ),
  );
});

it.each([
  ['B3 weighs  2!', [{ type: 'blockWeight', block: 'b3', weight: 2 }]],
  [
    'I know that b3 has weight 2, and b4 weighs 3',
    [
      { type: 'blockWeight', block: 'b3', weight: 2 },
      { type: 'blockWeight', block: 'b4', weight: 3 },
    ],
  ],
  ['b3 is at ( 1 ,2.50 ) now', [{ type: 'blockAt', block: 'b3', x: 1, y: 2.5 }]],
  ['b3 weighs 2.5', []],
  ['b3 weighs 0.', []],
  ['crab3 weighs 2', []],
  ['it weighs 2', []],
  ['', []],
])('hears in "%s" what is claimed', (text, claims) => {
  expect(language.hear(text)).toEqual(claims);
});

it('refuses claims of other forms', () => {
  const wrong = [
    { type: 'blockWeight', block: 'b3' },
    { type: 'blockWeight', block: 'block 3', weight: 2 },
    { type: 'blockWeight', block: 'b3', weight: 2, sure: true },
    { type: 'blockWeight', block: 'b3', weight: 1.5 },
    { type: 'seatAt', seat: 1, x: Infinity, y: 0 },
    { type: 'weather' },
  ];
  for (const told of wrong) expect(pushClaim.safeParse(told).success, JSON.stringify(told)).toBe(false);
});

it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
  'tells in the rules of %s every action and claim, in forms that are legal',
  (_, scenario) => {
    const rules = scenario.language.rules(3);
    const examples = [...rules.matchAll(/\{"type".*?\}/g)].map(
      ([json]) => JSON.parse(json) as { type: string },
    );
    const legal = (json: unknown): boolean =>
      scenario.action.safeParse(json).success || scenario.language.claim.safeParse(json).success;
    expect(examples.filter((example) => !legal(example))).toEqual([]);
    const types = [...pushAction.options, ...pushClaim.options].map(({ shape }) => shape.type.value);
    expect(types.filter((type) => !examples.some((example) => example.type === type))).toEqual([]);
  },
);
