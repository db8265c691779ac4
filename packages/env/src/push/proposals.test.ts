import { describe, expect, it } from 'vitest';
import { findScenario } from '../registry.js';
import { pushAction } from './actions.js';
import type { PushObservation } from './observation.js';
import { pushProposals } from './proposals.js';
import { atLeftFace, stage, type StagedScene } from './testing.js';

function observe(scene: StagedScene, seat = 0): PushObservation {
  const { simulation } = stage(scene);
  const observation = simulation.observe(seat) as unknown as PushObservation;
  simulation.free();
  return observation;
}

const agents = [{ x: 1, y: 5 }];
const pair = { x: 5, y: 5, side: 2, weight: 2 };
const single = { x: 8, y: 10, side: 1, weight: 1 };

describe('a proposal', () => {
  it('pushes a block to the goal with as many agents as it weighs', () => {
    const [proposal] = pushProposals(observe({ agents, blocks: [pair] }));
    expect(proposal).toEqual({
      task: 'b1/left',
      actions: [
        { type: 'moveToFace', block: 'b1', face: 'left' },
        { type: 'rendezvous', block: 'b1', face: 'left', count: 2, timeout: 30 },
        { type: 'push', block: 'b1', meters: 8.5 },
      ],
      requiredAgents: 2,
      // The middle of three places is the nearest.
      positions: [
        { x: 3.69, y: 5 },
        { x: 3.69, y: 4.3 },
        { x: 3.69, y: 5.7 },
      ],
      pathMeters: 2.69,
      workMeters: 8,
      value: 2,
    });
  });

  it('needs no meeting when one agent is enough', () => {
    const [proposal] = pushProposals(observe({ agents, blocks: [single] }));
    expect(proposal?.actions.map(({ type }) => type)).toEqual(['moveToFace', 'push']);
  });

  it('assumes the middle weight where it is not known, and says nothing of the true one', () => {
    const guess = (weight: number) =>
      pushProposals(observe({ agents, blocks: [{ ...pair, weight }], knows: () => false }));
    expect(guess(3)).toEqual(guess(1));
    expect(guess(3)).toMatchObject([{ requiredAgents: 2, value: 2 }]);
  });

  it('counts the way to the block itself when all places are taken', () => {
    const taken = [...atLeftFace(single, 1), { x: 1, y: 10 }];
    const [proposal] = pushProposals(observe({ agents: taken, blocks: [single] }, 1));
    expect(proposal).toMatchObject({ positions: [], pathMeters: 6.5 });
  });

  it('pushes no further than an action may', () => {
    const [proposal] = pushProposals(observe({ agents, blocks: [pair], arena: 300 }));
    expect(proposal?.actions.at(-1)).toMatchObject({ meters: 100 });
    expect(proposal?.workMeters).toBe(293);
  });
});

describe('the list', () => {
  it('leaves out what others stand in the way of, and what is out of sight', () => {
    const behind = { ...pair, x: 3 };
    const ahead = { ...single, x: 9, y: 5.9 };
    const tasks = (scene: StagedScene) => pushProposals(observe(scene)).map(({ task }) => task);
    expect(tasks({ agents, blocks: [behind, ahead] })).toEqual(['b2/left']);
    expect(tasks({ agents, blocks: [behind, ahead], options: { sightMeters: 4 } })).toEqual(['b1/left']);
  });

  it('is ordered by value per agent and second, then by name', () => {
    const near = { x: 4, y: 5, side: 1, weight: 1 };
    const far = { x: 4, y: 13, side: 1, weight: 3 };
    const order = pushProposals(observe({ agents, blocks: [far, near] })).map(({ task }) => task);
    expect(order).toEqual(['b2/left', 'b1/left']);
    const alike = [
      { x: 6, y: 7, side: 1, weight: 1 },
      { x: 6, y: 3, side: 1, weight: 1 },
    ];
    const tie = pushProposals(observe({ agents, blocks: alike })).map(({ task }) => task);
    expect(tie).toEqual(['b1/left', 'b2/left']);
  });

  it.each(['push-nine-v0', 'push-private-v0', 'push-cube-v0', 'push-grid-v0'])(
    'offers distinct places, positive values and lawful actions in %s',
    (name) => {
      const scenario = findScenario(name);
      for (let seed = 1; seed <= 10; seed++) {
        const options = scenario.options.parse({});
        const setup = { seed, seats: 4, horizonTicks: 3600, options, emit: () => 0 };
        const simulation = scenario.create(setup);
        const proposals = scenario.proposals(simulation.observe(0, true));
        simulation.free();
        expect(proposals.length).toBeGreaterThan(0);
        for (const { actions, positions, requiredAgents, value, workMeters, pathMeters } of proposals) {
          for (const action of actions) expect(pushAction.parse(action)).toEqual(action);
          expect(new Set(positions.map(({ x, y }) => `${x} ${y}`)).size).toBe(positions.length);
          expect(positions.length).toBeGreaterThanOrEqual(Math.min(requiredAgents, 1));
          expect(Math.min(requiredAgents, value, workMeters, pathMeters)).toBeGreaterThan(0);
        }
      }
    },
  );
});
