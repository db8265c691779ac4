import { existsSync, readFileSync } from 'node:fs';
import { createFrameEncoder, runFolds } from '@quorum/events';
import { readLog, type CompleteLog, type ParsedLog } from '@quorum/events/node';
import { resimulate } from '@quorum/env';
import { metrics } from '@quorum/metrics';
import { EPISODE_FILES } from '../run-folder/episode-files.js';
import { metricsText } from '../run-folder/metrics-file.js';
import { conditionFingerprint } from '../suite/condition.js';
import { checkAgents } from './check-agents.js';
import { fail, pass, skip, verdictOf, type Check, type EpisodeVerdict } from './verdict.js';
import { otherVersions } from './other-versions.js';
import { besideLog, type VerifyTask } from './verify-tasks.js';

type Log = ParsedLog & CompleteLog;

/** Checks one episode, level by level; later levels are skipped once one has failed. */
export async function verifyEpisode(task: VerifyTask): Promise<EpisodeVerdict> {
  const parsed = readLog(task.log);
  const checks: Check[] = [checkLog(parsed)];
  const failed = (): boolean => checks.some(({ status }) => status === 'failed');
  if (!failed()) {
    const log = parsed as Log;
    if (task.expected !== null) checks.push(checkIdentity(log, task));
    if (!failed()) checks.push(...checkWorld(log, task));
    if (!failed() && task.level === 2) checks.push(...(await checkAgents(log, task)));
  }
  return verdictOf(task.name, checks);
}

function checkLog({ complete, damage }: ParsedLog): Check {
  if (complete) return pass('log');
  if (damage === null) return fail('log', 'the last line (episode.ended) is missing');
  return fail('log', `line ${damage.line}: ${damage.problem}`, {
    line: damage.line,
    byte: damage.byteOffset,
  });
}

/** The log belongs where it lies: condition, seed and repeat are those of the manifest. */
function checkIdentity({ header }: Log, { expected }: VerifyTask): Check {
  if (expected === null) return pass('identity');
  const describe = (of: typeof header): string =>
    `condition ${conditionFingerprint(of)}, seed ${of.seed}, repeat ${of.repeat}`;
  const [is, should] = [describe(header), describe(expected)];
  if (is === should) return pass('identity');
  return fail('identity', `it is the log of another episode (${is}) than the manifest says (${should})`);
}

/** Level 1: the world again, and with it the files beside the log. */
function checkWorld(log: Log, task: VerifyTask): Check[] {
  const frames: Uint8Array[] = [];
  const simulation = checkSimulation(log, frames);
  return [
    simulation,
    simulation.status === 'passed'
      ? checkFile('frames', Buffer.concat(frames), task)
      : skip('frames', 'the world differs'),
    checkFile('metrics', Buffer.from(metricsText(runFolds(metrics, log.header, log.events))), task),
  ];
}

/** Re-simulates the world; collects the bytes of its frames. */
function checkSimulation({ header, events }: Log, frames: Uint8Array[]): Check {
  const encoder = createFrameEncoder();
  try {
    const difference = resimulate(header, events, { onFrame: (frame) => frames.push(encoder.push(frame)) });
    if (difference === null) return pass('simulation');
    const { tick, seq, logged, simulated } = difference;
    return fail('simulation', `the world differs at tick ${tick}, event ${seq}${otherVersions(header)}`, {
      tick,
      seq,
      expected: logged,
      actual: simulated,
    });
  } catch (error) {
    // A log from elsewhere may hold a header that no world can be built from.
    return fail('simulation', `the world cannot be simulated: ${(error as Error).message}`);
  }
}

/** Compares a file beside the log with what it should hold. */
function checkFile(name: 'frames' | 'metrics', expected: Uint8Array, { log, inRun }: VerifyTask): Check {
  const path = besideLog(log, EPISODE_FILES[name]);
  if (!existsSync(path)) {
    return inRun ? fail(name, `${EPISODE_FILES[name]} is missing`) : skip(name, 'not beside the log');
  }
  const found = readFileSync(path);
  if (found.equals(expected)) return pass(name);
  const byte = found.findIndex((value, i) => value !== expected[i]);
  return fail(name, `${EPISODE_FILES[name]} is not what the log gives`, {
    byte: byte === -1 ? found.length : byte,
  });
}
