import { createEventLog } from '@quorum/events/node';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryLog } from '../testing/memory-log.js';
import { createHeader } from './create-header.js';
import { Episode } from './episode.js';
import type { EpisodeState } from './episode-state.js';
import { rerun } from './rerun.js';
import { runEpisode } from './run-episode.js';

/** Real physics: what the line cannot show. */
const header = (seed: number, mode: 'barrier' | 'async') =>
  createHeader({
    scenario: 'push-nine-v0',
    options: {},
    seed,
    repeat: 1,
    team: ['central', 'greedy', 'random'],
    structure: 'individual',
    clock: { mode, profile: 'zero-v1', timeScale: 1 },
    horizonSeconds: 12,
  });

/** Through text and bytes, as on a disk. */
function writeAndRead({ simulation, team }: EpisodeState): EpisodeState {
  const { engine, json } = simulation;
  const text = JSON.parse(JSON.stringify({ json, team })) as Pick<EpisodeState, 'team'> & {
    json: typeof json;
  };
  const bytes = engine === null ? null : Uint8Array.from(engine);
  return { simulation: { engine: bytes, json: text.json }, team: text.team };
}

it('goes on after a save, bodies and all, as if nothing had happened', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(100),
      fc.integer({ min: 1, max: 700 }),
      fc.constantFrom('barrier' as const, 'async' as const),
      async (seed, tick, mode) => {
        const whole = memoryLog();
        await runEpisode(header(seed, mode), { log: whole });

        const before = memoryLog();
        const first = Episode.start(header(seed, mode), { log: before });
        expect(await first.playTo(tick)).toBeNull();
        const saved = writeAndRead(first.save());
        first.free();
        const after = memoryLog(saved.team.nextSeq);
        const second = Episode.restore(saved, header(seed, mode), { log: after });
        await second.playTo(Infinity);
        second.free();
        expect([...before.lines, ...after.lines]).toEqual(whole.lines);
      },
    ),
    { numRuns: 6 },
  );
});

it('plays the same episode again, byte for byte', async () => {
  let text = '';
  const outcome = await runEpisode(header(3, 'async'), {
    log: createEventLog(header(3, 'async'), (part) => (text += part)),
  });
  expect(outcome).toMatchObject({ status: 'horizon', ticks: 720 });
  expect(await rerun(header(3, 'async'), text.trimEnd().split('\n'))).toBeNull();
});
