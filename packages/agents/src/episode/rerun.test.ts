import { createEventLog } from '@quorum/events/node';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { prepare } from '../testing/play.js';
import { rerun } from './rerun.js';
import { runEpisode } from './run-episode.js';

const { header, catalog } = prepare({ team: ['greedy', 'random'], charge: () => 100_000, horizonSeconds: 5 });

async function record(): Promise<readonly string[]> {
  let text = '';
  await runEpisode(header, { log: createEventLog(header, (part) => (text += part)), catalog });
  return text.trimEnd().split('\n');
}

it('finds nothing in an unchanged log, given as a list or as a stream', async () => {
  const lines = await record();
  expect(await rerun(header, lines, { catalog })).toBeNull();
  async function* stream() {
    yield* lines;
  }
  expect(await rerun(header, stream(), { catalog })).toBeNull();
});

it('names the first line that differs', async () => {
  const lines = await record();
  const index = lines.findIndex((line) => line.includes('plan.committed'));
  const wrong = lines.with(index, (lines[index] ?? '').replace('"task":"mark', '"task":"mork'));
  expect(await rerun(header, wrong, { catalog })).toEqual({
    line: index + 1,
    seq: index - 1,
    tick: 0,
    expected: wrong[index],
    actual: lines[index],
  });
});

it('objects to any lost, added or edited line', async () => {
  const lines = await record();
  await fc.assert(
    fc.asyncProperty(
      fc.nat(lines.length - 1),
      fc.constantFrom('lose', 'add', 'edit'),
      async (index, change) => {
        const line = lines[index] ?? '';
        const wrong = {
          lose: lines.toSpliced(index, 1),
          add: lines.toSpliced(index, 0, line),
          edit: lines.with(index, line.slice(0, -1)),
        }[change];
        const difference = await rerun(header, wrong, { catalog });
        expect(difference?.line).toBeGreaterThanOrEqual(index + 1);
      },
    ),
    { numRuns: 30 },
  );
});

it('reports what is missing at either end', async () => {
  const lines = await record();
  expect(await rerun(header, lines.slice(0, -1), { catalog })).toMatchObject({
    line: lines.length,
    tick: 300,
    expected: null,
    actual: lines.at(-1),
  });
  expect(await rerun(header, [...lines, 'more'], { catalog })).toMatchObject({
    line: lines.length + 1,
    expected: 'more',
    actual: null,
  });
});

it('refuses a log of other versions', async () => {
  const versions = { ...header.versions, 'agent.greedy': '0' };
  await expect(rerun({ ...header, versions }, [], { catalog })).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    message: 'versions.agent.greedy: the episode was made with 0, this is 1.',
  });
});
