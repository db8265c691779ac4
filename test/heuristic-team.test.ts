import { createHeader, runEpisode } from '@quorum/agents';
import { findScenario } from '@quorum/env';
import type { EventDraft, QuorumEvent } from '@quorum/events';
import { expect, it } from 'vitest';

/** How much longer than its horizon a scenario is played. */
const TIMES_HORIZON = 6;
const SEEDS = 5;

/** Shares of the points and of the blocks that a team of `central` delivers. */
async function play(name: string, seats: number, seed: number): Promise<{ score: number; blocks: number }> {
  const scenario = findScenario(name);
  const header = createHeader({
    scenario: name,
    options: {},
    seed,
    repeat: 1,
    team: Array.from({ length: seats }, () => 'central'),
    structure: 'individual',
    clock: { mode: 'barrier', profile: 'zero-v1', timeScale: 1 },
    horizonSeconds: TIMES_HORIZON * scenario.horizonSeconds(seats, scenario.options.parse({})),
  });
  let seq = 0;
  const count = { all: 0, delivered: 0 };
  const append = (draft: EventDraft, tick: number, time: number): QuorumEvent => {
    if (draft.type === 'world.bodyAdded' && draft.kind === 'block') count.all += 1;
    if (draft.type === 'world.bodyRemoved') count.delivered += 1;
    return { ...draft, seq: seq++, tick, time } as QuorumEvent;
  };
  const { score, maxScore } = await runEpisode(header, { log: { append } });
  return { score: score / maxScore, blocks: count.delivered / count.all };
}

/**
 * `central` knows nothing of a scenario but its proposals: what it delivers shows that proposals, controllers and
 * physics let a coordinated team finish, and that nobody gets stuck.
 */
it.each([
  ['push-nine-v0', 3, 'score', 0.95],
  ['push-nine-v0', 6, 'score', 0.95],
  ['push-cube-v0', 2, 'blocks', 0.9],
  ['push-cube-v0', 4, 'blocks', 0.9],
  ['push-cube-v0', 8, 'blocks', 0.9],
] as const)('%s with %i seats: %s at least %d of all', async (name, seats, share, least) => {
  let sum = 0;
  for (let seed = 1; seed <= SEEDS; seed++) sum += (await play(name, seats, seed))[share];
  expect(sum / SEEDS).toBeGreaterThanOrEqual(least);
});
