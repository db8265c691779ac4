import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Episode } from '../episode/episode.js';
import type { EpisodeState } from '../episode/episode-state.js';
import { parrot, talkingPlays } from '../testing/arbitrary-play.js';
import { memoryLog } from '../testing/memory-log.js';
import { prepare } from '../testing/play.js';
import { faults } from './faults.js';

it('goes on after a save in the middle of a fault as if nothing had happened', async () => {
  let strikes = 0;
  await fc.assert(
    fc.asyncProperty(
      talkingPlays(),
      fc.constantFrom(...faults),
      fc.integer({ min: 1, max: 239 }),
      async (play, { name }, tick) => {
        const fault = { name, options: { fromSeconds: 0.5 } };
        const { header, catalog } = prepare({ ...play, fault });
        const [whole, before] = [memoryLog(), memoryLog()];
        await Episode.start(header, { log: whole, catalog, models: parrot }).playTo(Infinity);
        strikes += whole.events.filter(({ type }) => type === 'fault.injected').length;
        const first = Episode.start(header, { log: before, catalog, models: parrot });
        if ((await first.playTo(tick)) !== null) return;
        const saved = JSON.parse(JSON.stringify(first.save())) as EpisodeState;
        const after = memoryLog(saved.team.nextSeq);
        await Episode.restore(saved, header, { log: after, catalog, models: parrot }).playTo(Infinity);
        expect([...before.lines, ...after.lines]).toEqual(whole.lines);
      },
    ),
    { numRuns: 8 },
  );
  expect(strikes).toBeGreaterThan(0);
});

it('keeps the state of a fault only where there is one', async () => {
  const play = { team: ['random', 'random'], horizonSeconds: 1 };
  const states = [play, { ...play, fault: { name: 'crash' } }].map((given) => {
    const { header, catalog } = prepare(given);
    return Episode.start(header, { log: memoryLog(), catalog });
  });
  await Promise.all(states.map((episode) => episode.playTo(10)));
  expect(states.map((episode) => 'fault' in episode.save().team)).toEqual([false, true]);
});
