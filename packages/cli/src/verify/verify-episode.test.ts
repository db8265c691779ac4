import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runFolds } from '@quorum/events';
import { readLog } from '@quorum/events/node';
import { metrics } from '@quorum/metrics';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { metricsText } from '../run-folder/metrics-file.js';
import { playEpisode } from '../run/play-episode.js';
import { planText, SUITE } from '../testing/suite-text.js';
import type { CheckName, EpisodeVerdict } from './verdict.js';
import { verifyEpisode } from './verify-episode.js';

const folder = mkdtempSync(join(tmpdir(), 'quorum-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = SUITE.replace('[3, 6]', '2').replace('seeds', 'horizonSeconds: 3\nseeds');
const episode = planText(text).episodes.find(({ path }) => path.includes('greedy'));
if (!episode) throw new Error('the suite has no greedy team');
const { header } = episode;

beforeAll(() => playEpisode({ header, folder, models: null, tape: null, pace: null }));

/** The verdict on a copy of the episode after one change. */
async function verifyChanged(change: (copy: string, log: string) => void): Promise<EpisodeVerdict> {
  const copy = mkdtempSync(join(tmpdir(), 'quorum-'));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  cpSync(folder, copy, { recursive: true });
  const log = join(copy, 'events.jsonl');
  change(copy, log);
  return verifyEpisode({ name: 'copy', log, expected: header, inRun: true, level: 2 });
}

/** `name: message` of the checks that failed. */
function failures({ checks }: EpisodeVerdict): string[] {
  return checks
    .filter(({ status }) => status === 'failed')
    .map(({ name, message }) => `${name}: ${message ?? ''}`);
}

/** Rewrites a log with its digests made anew, as a forger who knows the format would. */
function forge(log: string, edit: (line: string, index: number) => string): void {
  const hash = createHash('sha256');
  const forged = readFileSync(log, 'utf8')
    .trimEnd()
    .split('\n')
    .map(edit)
    .map((line) => {
      const digest = line.indexOf('"digest":"');
      if (digest === -1) {
        hash.update(`${line}\n`);
        return line;
      }
      const start = line.slice(0, digest) + '"digest":"';
      hash.update(start);
      const end = `${hash.copy().digest('hex')}"}`;
      hash.update(`${end}\n`);
      return start + end;
    });
  writeFileSync(log, `${forged.join('\n')}\n`);
}

it('passes what was just played, and what a forger left as it was', async () => {
  const names: CheckName[] = ['log', 'identity', 'simulation', 'frames', 'metrics', 'agents'];
  for (const change of [() => undefined, (_: string, log: string) => forge(log, (line) => line)]) {
    const verdict = await verifyChanged(change);
    expect(verdict).toMatchObject({ passed: true, level: 2 });
    expect(verdict.checks.map(({ name, status }) => `${name} ${status}`)).toEqual(
      names.map((name) => `${name} passed`),
    );
  }
});

it('checks no agents when level 1 is asked for', async () => {
  const log = join(folder, 'events.jsonl');
  const verdict = await verifyEpisode({ name: 'x', log, expected: null, inRun: false, level: 1 });
  expect(verdict).toMatchObject({ passed: true, level: 1 });
});

it('names the line of a truncated log', async () => {
  const verdict = await verifyChanged((_, log) => truncateSync(log, 5000));
  expect(verdict.level).toBeNull();
  expect(failures(verdict)).toEqual([expect.stringMatching(/^log: line \d+: it is cut off/)]);
});

it('notices one changed byte', async () => {
  const verdict = await verifyChanged((_, log) => {
    const bytes = readFileSync(log);
    const at = bytes.indexOf('"x":') + 4;
    bytes[at] = bytes[at] === 0x31 ? 0x32 : 0x31;
    writeFileSync(log, bytes);
  });
  expect(failures(verdict)).toEqual([expect.stringMatching(/^log: line \d+: .*digest does not fit/)]);
});

it('sees through a forged result with correct digests', async () => {
  const verdict = await verifyChanged((_, log) => {
    forge(log, (line) => line.replace(/("type":"episode\.ended".*"score":)\d+/, '$118'));
  });
  expect(verdict.level).toBe(0);
  expect(failures(verdict)[0]).toMatch(/^simulation: the world differs at tick 180, event \d+/);
});

it('sees through a forged push with correct digests', async () => {
  const verdict = await verifyChanged((_, log) => {
    forge(log, (line) => line.replace(/("type":"world\.bodyAdded".*"weight":)\d+/, '$19'));
  });
  expect(failures(verdict)[0]).toMatch(/^simulation: the world differs at tick 0, event \d+/);
});

it('notices the log of another episode in this place', async () => {
  const verdict = await verifyChanged((_, log) => {
    forge(log, (line, i) => (i === 0 ? line.replace('"seed":1', '"seed":2') : line));
  });
  expect(failures(verdict)).toEqual([
    expect.stringMatching(/^identity: it is the log of another episode .*seed 2.*seed 1/),
  ]);
});

it('notices agents that would have decided otherwise', async () => {
  const verdict = await verifyChanged((copy, log) => {
    forge(log, (line) => line.replace('"chargeMicros":0', '"chargeMicros":1'));
    const { events } = readLog(log);
    writeFileSync(join(copy, 'metrics.json'), metricsText(runFolds(metrics, header, events)));
  });
  expect(verdict.level).toBe(1);
  expect(failures(verdict)).toEqual([
    expect.stringMatching(/^agents: the episode played anew differs at tick 0, line \d+/),
  ]);
});

it.each([
  ['frames.bin', 'frames'],
  ['metrics.json', 'metrics'],
])('notices a changed or missing %s', async (file, check) => {
  const changed = await verifyChanged((copy) => appendFileSync(join(copy, file), ' '));
  expect(failures(changed)).toEqual([`${check}: ${file} is not what the log gives`]);
  expect(changed.level).toBe(0);
  const missing = await verifyChanged((copy) => rmSync(join(copy, file)));
  expect(failures(missing)).toEqual([`${check}: ${file} is missing`]);
});

it('calls a header that no world can be built from a failure, not a crash', async () => {
  const log = join(folder, 'foreign.jsonl');
  onTestFinished(() => rmSync(log));
  cpSync(join(folder, 'events.jsonl'), log);
  forge(log, (line, i) => (i === 0 ? line.replaceAll('push-nine-v0', 'push-ten-v0') : line));
  const verdict = await verifyEpisode({ name: 'x', log, expected: null, inRun: false, level: 2 });
  expect(failures(verdict)[0]).toMatch(/^simulation: the world cannot be simulated: .*push-ten-v0/);
});

it('says when a log that differs was played by other versions', async () => {
  const log = join(folder, 'old.jsonl');
  onTestFinished(() => rmSync(log));
  cpSync(join(folder, 'events.jsonl'), log);
  forge(log, (line) => line.replace('"engine":"', '"engine":"old-').replace('"weight":1', '"weight":2'));
  const { checks } = await verifyEpisode({ name: 'x', log, expected: null, inRun: false, level: 1 });
  expect(checks.find(({ name }) => name === 'simulation')?.message).toMatch(
    /differs at tick 0, event \d+; it was played by other versions \(engine old-(\S+) -> \1\)$/,
  );
});
