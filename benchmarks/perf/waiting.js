import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHeader } from '@quorum/agents';
import { readPrices } from '../../packages/cli/dist/models/prices.js';
import { openEpisodePool } from '../../packages/cli/dist/pool/episode-pool.js';
import { openModelSession } from '../../packages/cli/dist/run/open-model-session.js';
import { startModelServer } from '../../packages/cli/dist/testing/model-servers.js';
import { median, processorTime, wallTime } from './measure.js';

const EPISODES = 50;
const ANSWER_MS = 2000;
const BODY_SECONDS = 20;
const WORKERS = 2;
const ANSWER = JSON.stringify({ thought: '-', task: null, actions: [{ type: 'wait', seconds: 2 }] });

function chatHeader(seed, horizonSeconds) {
  return createHeader({
    scenario: 'push-nine-v0',
    options: {},
    seed,
    repeat: 1,
    team: ['chat', 'chat', 'chat'],
    model: 'openai:mock',
    structure: 'individual',
    clock: { mode: 'barrier', profile: 'reference-v1', timeScale: 1 },
    horizonSeconds,
  });
}

/** Plays episodes as `quorum run --concurrency` does, all at once. Returns the host time of each, milliseconds. */
async function play(headers, baseUrl) {
  const folder = mkdtempSync(join(tmpdir(), 'quorum-bench-'));
  const models = openModelSession({ baseUrl, maxConnections: 1000 }, readPrices(), null);
  const tasksPerWorker = Math.ceil(headers.length / WORKERS);
  const pool = openEpisodePool({ name: 'play', workers: WORKERS, tasksPerWorker });
  const { signal } = new AbortController();
  try {
    const played = headers.map(async (header, i) => {
      const line = models.connect(header);
      const task = { header, folder: join(folder, `${i}`), models: line.port, tape: null, pace: null };
      const { status, wallMs } = await pool.run(task, signal, [line.port]);
      line.close();
      if (status !== 'horizon') throw new Error(`An episode ended by ${status}.`);
      return wallMs;
    });
    return await Promise.all(played);
  } finally {
    await pool.close();
    await models.close();
    rmSync(folder, { recursive: true });
  }
}

/**
 * Many episodes whose models take their time: they should take hardly longer than one of them, and leave the machine to
 * others. The mock server and the start of the threads are part of what is measured.
 */
export async function bench({ quick = false } = {}) {
  const [episodes, seconds] = quick ? [10, 4] : [EPISODES, BODY_SECONDS];
  const server = await startModelServer({ text: ANSWER, delayMs: ANSWER_MS });
  const headers = Array.from({ length: episodes }, (_, i) => chatHeader(i + 1, seconds));
  try {
    const [alone] = await play(headers.slice(0, 1), server.baseUrl('openai'));
    let times = [];
    let busy = 0;
    const total = await wallTime(async () => {
      busy = await processorTime(async () => {
        times = await play(headers, server.baseUrl('openai'));
      });
    });
    const note = `${episodes} episodes of 3 agents at once, ${ANSWER_MS / 1000} s per answer, ${WORKERS} threads`;
    return [
      { name: 'waiting episodes, all over one alone', value: total / alone, unit: 'x', atMost: 1.5, note },
      { name: 'waiting episodes, one of them over alone', value: median(times) / alone, unit: 'x' },
      {
        name: 'waiting episodes, share of all cores in use',
        value: (100 * busy) / total / availableParallelism(),
        unit: '%',
        atMost: 50,
        note: 'the mock server and the start of the threads included',
      },
    ];
  } finally {
    await server.close();
  }
}
