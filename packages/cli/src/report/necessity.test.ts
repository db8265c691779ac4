import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { planText } from '../testing/suite-text.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { necessityFile } from '../system/paths.js';
import {
  findNecessity,
  necessitiesOf,
  necessityLabel,
  necessityRemark,
  needsCommunication,
  readNecessities,
} from './necessity.js';

const header = (options: string) => {
  const [first] = planText(`suite: talk-v0
title: Talk
scenario: push-nine-v0
${options}
agents: 3
team: chat
structure: debate
seeds: 1
`).episodes;
  if (first === undefined) throw new Error('no episode');
  return first.header;
};

const necessities = readNecessities(necessityFile);
const score = 'score.share';

it('finds what was measured in the same world for the same number of agents', () => {
  const full = findNecessity(necessities, header(''), score);
  expect(full).toMatchObject({ scenario: 'push-nine-v0', agents: 3, modelKind: 'stand-in' });
  const short = findNecessity(necessities, header('options: { sightMeters: 4 }'), score);
  expect(short?.options).toMatchObject({ sightMeters: 4 });
  expect(findNecessity(necessities, header('options: { sightMeters: 3 }'), score)).toBeNull();
  expect(findNecessity(necessities, header(''), 'messages.sent')).toBeNull();
});

it('sees something to tell only where the interval lies above 0.2', () => {
  const [variant] = necessities;
  if (variant === undefined) throw new Error('nothing is frozen');
  const low = { ...variant, mean: 0.3, interval: { low: 0.2, high: 0.4 } };
  expect(needsCommunication(low)).toBe(false);
  expect(necessityRemark(low)).toContain('0.30 [0.20, 0.40], not above 0.2: little to tell');
  expect(needsCommunication({ ...low, interval: { low: 0.21, high: 0.4 } })).toBe(true);
});

it('lists those of a world without options by team size', () => {
  const world = { sightMeters: null };
  const options = z.strictObject({ sightMeters: z.number().nullable().default(null) });
  const [variant] = necessities;
  if (variant === undefined) throw new Error('nothing is frozen');
  const measured = { ...variant, scenario: 'line', mean: 0.3, interval: { low: 0.25, high: 0.4 } };
  const all = [
    { ...measured, agents: 6, options: world },
    { ...measured, agents: 3, options: world },
    { ...measured, agents: 3, options: { sightMeters: 4 } },
    { ...measured, agents: 3, options: world, scenario: 'other' },
  ];
  const listed = necessitiesOf(all, { name: 'line', options });
  expect(necessityLabel(listed)).toBe('3 agents 0.30 [0.25, 0.40]; 6 agents 0.30 [0.25, 0.40]');
  expect(necessityLabel([])).toBe('not measured');
});

it('names file and field of a broken file', () => {
  const path = join(temporaryFolder(), 'necessity.json');
  writeFileSync(path, '{"format":"quorum-necessity/1","variants":[{}]}');
  expect(() => readNecessities(path)).toThrow(/necessity\.json: field `variants\.0\.scenario`/);
});
