import { createRng, type Rng } from '@quorum/env';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Agent } from '../contract/agent.js';
import { playOut } from '../testing/play.js';

/** An agent that makes random plans and answers after a random number of turns of the host. */
const unpunctual =
  (host: Rng): Agent['decide'] =>
  async ({ plan }, state, { rng }) => {
    const actions = [{ type: 'idle', seconds: rng.integer(1, 30) / 10 }];
    for (let turns = host.integer(0, 9); turns > 0; turns--) await Promise.resolve();
    return plan !== null && rng.uniform() < 0.5
      ? { state, resume: true }
      : { state, plan: { task: null, actions } };
  };

const runs = fc.record({
  seed: fc.nat(1000),
  seats: fc.integer({ min: 1, max: 6 }),
  mode: fc.constantFrom('barrier' as const, 'async' as const),
});

it('hides from the log in which order the host completes answers', async () => {
  await fc.assert(
    fc.asyncProperty(runs, fc.nat(), fc.nat(), async ({ seed, seats, mode }, hostA, hostB) => {
      const lines = async (host: number): Promise<readonly string[]> => {
        const hostRng = createRng(host, 'host');
        const charges = createRng(seed, 'charges');
        const wakes = createRng(seed, 'wakes');
        const { log } = await playOut(
          {
            team: Array.from({ length: seats }, () => unpunctual(hostRng)),
            mode,
            seed,
            charge: () => charges.integer(0, 5) * 100_000,
            horizonSeconds: 6,
          },
          {
            observers: [
              {
                name: 'alarm',
                onEvent: ({ seq, type }) =>
                  type === 'plan.ended'
                    ? [{ kind: 'wake', seat: wakes.integer(0, seats - 1), note: '', inputs: [seq] }]
                    : [],
              },
            ],
          },
        );
        return log.lines;
      };
      expect(await lines(hostB)).toEqual(await lines(hostA));
    }),
    { numRuns: 40 },
  );
});
