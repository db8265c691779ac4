import { createRng, type Rng } from '@quorum/env';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Agent } from '../contract/agent.js';
import type { ModelProvider } from '../contract/model.js';
import type { TapeEntry } from '../contract/tape.js';
import { parrot, talkingPlays } from '../testing/arbitrary-play.js';
import { line } from '../testing/line-scenario.js';
import { playOut, type Play } from '../testing/play.js';
import { talker } from '../testing/talker.js';

/** Takes a random number of turns of the host. */
async function dawdle(host: Rng): Promise<void> {
  for (let turns = host.integer(0, 9); turns > 0; turns--) await Promise.resolve();
}

/** Like `talker`, but nobody knows when it answers. */
const unpunctual =
  (host: Rng): Agent['decide'] =>
  async (...call) => {
    await dawdle(host);
    const decision = await talker(...call);
    await dawdle(host);
    return decision;
  };

const unpunctualModels = (host: Rng): ModelProvider => ({
  client: (model) => ({
    async ask(request) {
      await dawdle(host);
      return parrot.client(model, line).ask(request);
    },
  }),
});

it('hides from log and tape in which order the host completes answers', async () => {
  await fc.assert(
    fc.asyncProperty(talkingPlays(), fc.nat(), fc.nat(), async (play, hostA, hostB) => {
      const record = async (seed: number) => {
        const host = createRng(seed, 'host');
        const wakes = createRng(play.seed ?? 0, 'wakes');
        const tape: TapeEntry[] = [];
        const team: Play['team'] = play.team.map(() => unpunctual(host));
        const { log, outcome } = await playOut(
          { ...play, team },
          {
            models: unpunctualModels(host),
            onModelCall: (entry) => tape.push(entry),
            observers: [
              {
                name: 'alarm',
                onEvent: ({ seq, type }) =>
                  type === 'plan.ended' && wakes.uniform() < 0.2
                    ? [{ kind: 'wake', seat: wakes.integer(0, team.length - 1), note: 'up', inputs: [seq] }]
                    : [],
              },
            ],
          },
        );
        return { lines: log.lines, outcome, tape };
      };
      expect(await record(hostB)).toEqual(await record(hostA));
    }),
    { numRuns: 25 },
  );
});

it('plays the same episode from the tape, without a model', async () => {
  await fc.assert(
    fc.asyncProperty(talkingPlays(), async (play) => {
      const tape = new Map<string, TapeEntry>();
      const keyOf = (seat: number, activation: number, call: number) => `${seat} ${activation} ${call}`;
      const first = await playOut(play, {
        models: parrot,
        onModelCall: (entry) => tape.set(keyOf(entry.seat, entry.activation, entry.call), entry),
      });
      const second = await playOut(play, {
        tape: {
          find({ seat, activation, call }, request) {
            const entry = tape.get(keyOf(seat, activation, call));
            expect(entry?.request).toBe(request);
            return entry?.reply ?? null;
          },
        },
      });
      expect(second.log.lines).toEqual(first.log.lines);
    }),
    { numRuns: 20 },
  );
});
