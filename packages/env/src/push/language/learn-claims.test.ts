import { expect, it } from 'vitest';
import type { PushObservation } from '../observation.js';
import { pushProposals } from '../proposals.js';
import { stage } from '../testing.js';
import { learnClaims } from './learn-claims.js';
import { doneClaim, ownClaims } from './own-claims.js';
import type { PushClaim } from './push-claim.js';

/** Seat 0 sees b1, whose weight it does not know, but neither b2 nor seat 1. */
function look(seat: number, sightMeters: number | null = 5): PushObservation {
  const { simulation } = stage({
    agents: [
      { x: 2, y: 5 },
      { x: 8, y: 12 },
    ],
    blocks: [
      { x: 5, y: 5, side: 2, weight: 3 },
      { x: 10, y: 12, side: 2, weight: 1 },
    ],
    options: { sightMeters },
    knows: (who, block) => who === 1 || block !== 0,
  });
  const observation = simulation.observe(seat) as unknown as PushObservation;
  simulation.free();
  return observation;
}

it('claims what others may not know: weights, then places of blocks, then places of agents', () => {
  expect(ownClaims(look(1))).toEqual([
    { type: 'blockWeight', block: 'b2', weight: 1 },
    { type: 'blockAt', block: 'b2', x: 10, y: 12, side: 2 },
    { type: 'seatAt', seat: 1, x: 8, y: 12 },
  ]);
  expect(ownClaims(look(0)).map(({ type }) => type)).toEqual(['blockAt', 'seatAt']);
});

it('claims nothing where everybody sees and knows everything', () => {
  expect(ownClaims(look(1, null))).toEqual([]);
  // Who does not know a weight concludes that weights are not known to all.
  expect(ownClaims(look(0, null))).toEqual([{ type: 'blockWeight', block: 'b2', weight: 1 }]);
});

it('learns weights and places, so that proposals use them', () => {
  const observation = look(0);
  expect(pushProposals(observation).map(({ task, requiredAgents }) => [task, requiredAgents])).toEqual([
    ['b1/left', 2],
  ]);
  const learnt = learnClaims(observation, [
    ...ownClaims(look(1)),
    { type: 'blockWeight', block: 'b1', weight: 3 },
  ]);
  const proposals = pushProposals(learnt);
  expect(proposals.map(({ task, requiredAgents }) => [task, requiredAgents])).toEqual([
    ['b1/left', 3],
    ['b2/left', 1],
  ]);
  expect(proposals[1]?.positions).toHaveLength(3);
  expect(learnt.teammates).toEqual([{ seat: 1, x: 8, y: 12 }]);
});

it.each<[string, PushClaim[]]>([
  [
    'a block that has been delivered since',
    [
      { type: 'blockAt', block: 'b2', x: 10, y: 12 },
      { type: 'blockDelivered', block: 'b2' },
    ],
  ],
  ['a block where it would be seen', [{ type: 'blockAt', block: 'b2', x: 4, y: 8 }]],
  [
    'another place or the delivery of a block that is seen',
    [
      { type: 'blockAt', block: 'b1', x: 12, y: 12 },
      { type: 'blockDelivered', block: 'b1' },
    ],
  ],
  ['the weight of a block that nobody has placed', [{ type: 'blockWeight', block: 'b2', weight: 1 }]],
  ['itself elsewhere', [{ type: 'seatAt', seat: 0, x: 12, y: 12 }]],
  ['a teammate where it would be seen', [{ type: 'seatAt', seat: 1, x: 4, y: 8 }]],
  ['an agent that is not in the team', [{ type: 'seatAt', seat: 5, x: 12, y: 12 }]],
])('does not learn %s', (_, claims) => {
  const observation = look(0);
  expect(learnClaims(observation, claims)).toEqual(observation);
});

it('keeps a known weight against what others say', () => {
  const learnt = learnClaims(look(1), [{ type: 'blockWeight', block: 'b2', weight: 3 }]);
  expect(learnt.blocks.map(({ weight }) => weight)).toEqual([1]);
});

it('takes the last word on a block, and guesses the side that nobody tells', () => {
  const learnt = learnClaims(look(0), [
    { type: 'blockAt', block: 'b2', x: 10, y: 12, side: 1 },
    { type: 'blockAt', block: 'b2', x: 11, y: 12 },
  ]);
  expect(learnt.blocks[1]).toMatchObject({ x: 11, y: 12, side: 2, weight: null, distanceToGoal: 2 });
});

it('sees that a heard-of block is in the way of a seen one', () => {
  const [b1] = learnClaims(look(0), [{ type: 'blockAt', block: 'b2', x: 11, y: 5 }]).blocks;
  expect(b1).toMatchObject({ pathClear: false, blockers: ['b2'] });
});

it('calls a block delivered after pushing it to the goal only', () => {
  expect(doneClaim('b3/left')).toEqual({ type: 'blockDelivered', block: 'b3' });
  expect(doneClaim('b3/right')).toBeNull();
  expect(doneClaim('nothing')).toBeNull();
});
