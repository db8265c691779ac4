import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEpisodePool } from '../../packages/cli/dist/pool/episode-pool.js';
import { runQueue } from '../../packages/cli/dist/pool/run-queue.js';
import { nineHeader } from './episode.js';
import { interleave, median, medianRatio, wallTime } from './measure.js';

const EPISODES = 24;
const ROUNDS = 3;

/** Plays episodes in worker threads as `quorum run` does, files and the start of the threads included. */
async function play(workers, episodes) {
  const folder = mkdtempSync(join(tmpdir(), 'quorum-bench-'));
  const pool = openEpisodePool({ name: 'play', workers });
  const tasks = Array.from({ length: episodes }, (_, i) => ({
    header: nineHeader(i + 1),
    folder: join(folder, `${i}`),
    models: null,
    tape: null,
    pace: null,
  }));
  try {
    const { failures, fatal } = await runQueue({
      tasks,
      concurrency: workers,
      work: (task, signal) => pool.run(task, signal),
      onDone: () => {},
      onFailure: () => {},
      signal: new AbortController().signal,
    });
    const error = fatal ?? failures[0]?.error;
    if (error) throw error;
  } finally {
    await pool.close();
    rmSync(folder, { recursive: true });
  }
}

/** A suite of episodes of `push-nine-v0` with one worker and with two. Wall time: it needs two free cores. */
export async function bench({ quick = false } = {}) {
  const episodes = quick ? 4 : EPISODES;
  const works = [1, 2].map((workers) => () => play(workers, episodes));
  // Threads start cold every time: there is nothing to warm up.
  const [one, two] = await interleave(quick ? 1 : ROUNDS, works, { clock: wallTime, warmUp: false });
  const perSecond = (times) => (episodes * 1000) / median(times);
  return [
    { name: 'suite, 1 worker', value: perSecond(one), unit: 'episodes/s' },
    { name: 'suite, 2 workers', value: perSecond(two), unit: 'episodes/s' },
    {
      name: 'suite, speed of 2 workers over 1',
      value: medianRatio(one, two),
      unit: 'x',
      note: `${episodes} episodes, wall time, threads started anew`,
    },
  ];
}
