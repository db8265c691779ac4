import { Episode } from '@quorum/agents';
import { memoryLog, nineHeader } from './episode.js';
import { median, processorTime } from './measure.js';

const COUNTS = [1, 16, 256];
const WORLDS = 256;
const WARM_UP_TICKS = 60;
const TICKS = 200;
const ROUNDS = 3;

const start = (seed) => {
  const header = nineHeader(seed);
  return Episode.start(header, { log: memoryLog(header) });
};

/** Plays episodes side by side, one tick of each in turn; returns the processor time after the warm-up. */
async function playTogether(seeds) {
  const episodes = seeds.map(start);
  for (const episode of episodes) await episode.playTo(WARM_UP_TICKS);
  const millis = await processorTime(async () => {
    for (let tick = WARM_UP_TICKS + 1; tick <= WARM_UP_TICKS + TICKS; tick++) {
      for (const episode of episodes) await episode.playTo(tick);
    }
  });
  for (const episode of episodes) episode.free();
  return millis;
}

/** The same 256 episodes for every count, `count` of them at a time, so that only the interleaving differs. */
async function playAll(count) {
  let millis = 0;
  for (let first = 1; first <= WORLDS; first += count) {
    millis += await playTogether(Array.from({ length: count }, (_, i) => first + i));
  }
  return millis;
}

/** Many episodes of `push-nine-v0` in one process, whole teams of three `central` agents included. */
export async function bench({ quick = false } = {}) {
  await playAll(16);
  const times = COUNTS.map(() => []);
  for (let round = 0; round < (quick ? 1 : ROUNDS); round++) {
    for (let i = 0; i < COUNTS.length; i++) times[i].push(await playAll(COUNTS[i]));
  }
  return COUNTS.map((count, i) => ({
    name: `episodes side by side, push-nine: ${count}`,
    value: (WORLDS * TICKS * 1000) / median(times[i]),
    unit: 'ticks/s',
  }));
}
