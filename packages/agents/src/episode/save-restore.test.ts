import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parrot, talkingPlays } from '../testing/arbitrary-play.js';
import { memoryLog } from '../testing/memory-log.js';
import { openFloor } from '../testing/open-floor.js';
import { prepare, type Play } from '../testing/play.js';
import { Episode } from './episode.js';
import type { EpisodeState } from './episode-state.js';

const plays = fc.record({
  team: fc.array(fc.constantFrom('random', 'greedy', 'central'), { minLength: 1, maxLength: 4 }),
  mode: fc.constantFrom('barrier' as const, 'async' as const),
  charge: fc.constantFrom(0, 16_666, 730_000).map((micros) => () => micros),
  seed: fc.nat(1000),
  horizonSeconds: fc.constant(8),
});

/** Plays to `tick`, saves, throws everything away, restores from text and plays on. */
async function playInTwoParts(play: Play, tick: number): Promise<readonly string[]> {
  const { header, catalog } = prepare(play);
  const before = memoryLog();
  const first = Episode.start(header, { log: before, catalog, models: parrot });
  if ((await first.playTo(tick)) !== null) return before.lines;
  const text = JSON.stringify(first.save());
  first.free();

  const saved = JSON.parse(text) as EpisodeState;
  const after = memoryLog(saved.team.nextSeq);
  await Episode.restore(saved, header, { log: after, catalog, models: parrot }).playTo(Infinity);
  return [...before.lines, ...after.lines];
}

it('goes on after a save as if nothing had happened', async () => {
  await fc.assert(
    fc.asyncProperty(plays, fc.integer({ min: 0, max: 480 }), async (play, tick) => {
      const { header, catalog } = prepare(play);
      const whole = memoryLog();
      await Episode.start(header, { log: whole, catalog }).playTo(Infinity);
      expect(await playInTwoParts(play, tick)).toEqual(whole.lines);
    }),
    { numRuns: 40 },
  );
});

it('goes on in the middle of talking: messages on their way, unread, budgets, turns', async () => {
  await fc.assert(
    fc.asyncProperty(talkingPlays(), fc.integer({ min: 1, max: 239 }), async (play, tick) => {
      const { header, catalog } = prepare(play);
      const whole = memoryLog();
      await Episode.start(header, { log: whole, catalog, models: parrot }).playTo(Infinity);
      expect(await playInTwoParts(play, tick)).toEqual(whole.lines);
    }),
    { numRuns: 25 },
  );
});

it('keeps the order of messages that were sent before and after', async () => {
  const sender = async () => ({
    state: null,
    plan: { task: null, actions: [{ type: 'idle', seconds: 0.1 }] },
    messages: [{ to: 'all' as const, text: 'next', work: false }],
  });
  const play: Play = {
    team: [sender, async () => ({ state: null })],
    topology: { name: 'full' },
    protocol: openFloor,
    channel: { latencySeconds: 0.5, jitterSeconds: 2 },
    horizonSeconds: 4,
  };
  const { header, catalog } = prepare(play);
  const whole = memoryLog();
  await Episode.start(header, { log: whole, catalog }).playTo(Infinity);
  for (const tick of [30, 61, 90, 125]) expect(await playInTwoParts(play, tick)).toEqual(whole.lines);
});

it('does not disturb the episode that is saved', async () => {
  const { header, catalog } = prepare({ team: ['greedy', 'random'], horizonSeconds: 5 });
  const [plain, watched] = [memoryLog(), memoryLog()];
  await Episode.start(header, { log: plain, catalog }).playTo(Infinity);
  const episode = Episode.start(header, { log: watched, catalog });
  for (let tick = 7; (await episode.playTo(tick)) === null; tick += 7) episode.save();
  expect(watched.lines).toEqual(plain.lines);
});

it('can be saved between two ticks only', async () => {
  const { header, catalog } = prepare({ team: ['random'], horizonSeconds: 1 });
  const episode = Episode.start(header, { log: memoryLog(), catalog });
  const playing = episode.playTo(30);
  expect(() => episode.save()).toThrow('between two ticks');
  await playing;
  expect(episode.save().team.seats).toHaveLength(1);
});
