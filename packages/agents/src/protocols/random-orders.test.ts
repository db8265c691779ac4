import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomScript } from '../conformance/random-script.js';
import { Rehearsal } from '../conformance/rehearsal.js';
import { graphOf } from '../testing/rehearse.js';
import { protocols } from './protocols.js';

/** A topology for each protocol on which much can happen. */
const GROUNDS = {
  independent: ['none'],
  solo: ['none'],
  hierarchy: ['star', 'tree'],
  'turn-taking': ['chain', 'ring', 'full'],
  rounds: ['full', 'chain', 'ring'],
  free: ['full', 'ring'],
  bulletin: ['full'],
} as const;

const wildness = fc.record({
  thinkSeconds: fc.integer({ min: 0, max: 4 }),
  travelSeconds: fc.integer({ min: 0, max: 15 }),
  planSeconds: fc.integer({ min: 0, max: 20 }),
  loss: fc.constantFrom(0, 0.3, 1),
  duplication: fc.constantFrom(0, 0.5),
  replanning: fc.constantFrom(0, 0.5, 1),
  talking: fc.constantFrom(0, 0.7, 1),
  wakes: fc.constantFrom(0, 0.1),
  untilSeconds: fc.constant(90),
});

it.each(protocols.map((protocol) => [protocol.name, protocol] as const))(
  'whatever happens, %s calls no thinking seat, keeps to the graph and lets everybody plan',
  (name, protocol) => {
    const grounds = GROUNDS[name as keyof typeof GROUNDS];
    fc.assert(
      fc.property(
        wildness,
        fc.constantFrom(...grounds),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (wild, topology, seats, seed) => {
          const graph = graphOf(topology, seats);
          const team = { seats, options: protocol.options.parse({}), graph: () => graph };
          const { faults } = new Rehearsal(protocol, randomScript(seed, team, wild)).run();
          expect(faults).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  },
);
