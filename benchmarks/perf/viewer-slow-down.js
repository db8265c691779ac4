import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { startViewer } from '@quorum/viewer';
import { openEpisodePool } from '../../packages/cli/dist/pool/episode-pool.js';
import { createPace } from '../../packages/cli/dist/view/pace.js';
import { nineHeader } from './episode.js';
import { interleave, medianRatio, wallTime } from './measure.js';
import { runOf } from './viewer-episode.js';

const PAGES = 10;
const ROUNDS = 30;

/** Ten pages in a thread of their own: they would be other machines. */
function openPages(url) {
  const worker = new Worker(new URL('./viewer-pages.js', import.meta.url), {
    workerData: { url, pages: PAGES },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve(worker));
    worker.once('error', reject);
  });
}

/**
 * How much longer an episode takes while ten pages watch it, as `quorum run --view` plays it: the world in a thread, the
 * server in this one. Wall time: it needs two free cores, and the pages one more.
 */
export async function slowDown({ quick }) {
  const folder = mkdtempSync(join(tmpdir(), 'quorum-bench-'));
  const pool = openEpisodePool({ name: 'play', workers: 1 });
  const { signal } = new AbortController();
  let count = 0;
  const play = async () => {
    const episode = { folder: join(folder, 'a'), header: { ...nineHeader(1), horizonTicks: 60 * 60 } };
    count += 1;
    await pool.run({ ...episode, models: null, tape: null, pace: createPace(null).shared }, signal);
  };
  await play();
  let pages = null;
  const run = runOf(folder, ['a'], () => false);
  const files = () => ({
    events: join(folder, 'a', 'events.jsonl.part'),
    frames: join(folder, 'a', 'frames.bin.part'),
    complete: false,
  });
  const viewer = await startViewer({ ...run, files }, { host: '127.0.0.1', port: 0 });
  try {
    pages = await openPages(viewer.url);
    const tell = async (what) => {
      pages.postMessage(what);
      await once(pages, 'message');
    };
    // What is timed is the playing alone: pages come and go before.
    let millis = 0;
    const timed = (what) => async () => {
      await tell(what);
      millis = await wallTime(play);
    };
    const clock = async (work) => {
      await work();
      return millis;
    };
    const [one, ten] = await interleave(quick ? 3 : ROUNDS, [timed('leave'), timed('join')], { clock });
    return [
      {
        name: `playing, ${PAGES} pages watching over none`,
        value: medianRatio(ten, one),
        unit: 'x',
        atMost: 1.05,
        note: `${count} episodes of a minute as fast as they go, wall time, one thread plays`,
      },
    ];
  } finally {
    await pages?.terminate();
    await viewer.close();
    await pool.close();
    rmSync(folder, { recursive: true });
  }
}
