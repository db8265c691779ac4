import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runEpisode } from '@quorum/agents';
import { resimulate } from '@quorum/env';
import { playEpisode } from '../../packages/cli/dist/run/play-episode.js';
import { verifyEpisode } from '../../packages/cli/dist/verify/verify-episode.js';
import { memoryLog, nineHeader } from './episode.js';
import { interleave, medianRatio } from './measure.js';

const ROUNDS = 15;

/** In memory: the episode against its re-simulation. */
async function compareInMemory(rounds) {
  const header = nineHeader(1);
  let events = [];
  const run = () => {
    events = [];
    return runEpisode(header, { log: memoryLog(header, events) });
  };
  const verify = () => {
    if (resimulate(header, events) !== null) throw new Error('The episode does not verify.');
  };
  const [runTimes, verifyTimes] = await interleave(rounds, [run, verify]);
  return medianRatio(runTimes, verifyTimes);
}

/** With files: what `quorum run` does for an episode against what `quorum verify` does. */
async function compareWithFiles(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'quorum-bench-'));
  const header = nineHeader(1);
  const task = {
    name: 'bench',
    log: join(folder, 'events.jsonl'),
    expected: header,
    inRun: true,
    level: 1,
  };
  const verify = async () => {
    const { passed } = await verifyEpisode(task);
    if (!passed) throw new Error('The episode does not verify.');
  };
  try {
    const [run, check] = await interleave(rounds, [
      () => playEpisode({ header, folder, models: null, tape: null, pace: null }),
      verify,
    ]);
    return medianRatio(run, check);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Speed of verification level 1 in terms of the speed of playing the same episode of `push-nine-v0`. */
export async function bench({ quick = false } = {}) {
  const rounds = quick ? 3 : ROUNDS;
  const inMemory = await compareInMemory(rounds);
  const withFiles = await compareWithFiles(rounds);
  return [
    { name: 'speed of verify level 1 over run, in memory', value: inMemory, unit: 'x', atLeast: 0.8 },
    { name: 'speed of verify level 1 over run, with files', value: withFiles, unit: 'x', atLeast: 0.8 },
  ];
}
