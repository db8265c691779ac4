import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { planText, refusal, SUITE } from '../testing/suite-text.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { findReferences, readReferences } from './references.js';

const [condition] = planText(SUITE.replace('[3, 6]', '3')).conditions;
if (!condition) throw new Error('the suite has no condition');
const { header } = condition;

const score = (mean: number) => ({ mean, sd: 0.1, seeds: 50 });
const file = {
  format: 'quorum-references/1',
  scenario: header.scenario,
  column: 'score.share',
  teams: [
    {
      world: header.versions.world,
      agents: 3,
      options: header.options,
      horizonTicks: header.horizonTicks,
      random: score(0),
      central: score(0.9),
    },
  ],
};

function folderWith(content: unknown): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'push-nine-v0.json'), JSON.stringify(content));
  return folder;
}

it('finds the references of the same world and team size, and no others', () => {
  const references = readReferences(folderWith(file));
  expect(findReferences(references, header, 'score.share')).toMatchObject({
    random: score(0),
    central: score(0.9),
  });
  expect(findReferences(references, header, 'score.points')).toBeNull();
  const seconds = header.horizonTicks / 60;
  const until = (deadline: number) => ({ ...header, deadlineMicros: deadline * 1_000_000 });
  expect(findReferences(references, until(seconds + 1), 'score.share')).not.toBeNull();
  expect(findReferences(references, until(seconds - 1), 'score.share')).toBeNull();
  const older = { ...header, versions: { ...header.versions, world: '1' } };
  expect(findReferences(references, older, 'score.share')).toBeNull();
  expect(findReferences(references, { ...header, horizonTicks: 60 }, 'score.share')).toBeNull();
  expect(
    findReferences(references, { ...header, options: { ...header.options, sightMeters: 3 } }, 'score.share'),
  ).toBeNull();
  expect(findReferences(references, { ...header, team: header.team.slice(1) }, 'score.share')).toBeNull();
});

it('has none without the folder, and refuses a damaged file', () => {
  expect(readReferences(join(temporaryFolder(), 'none'))).toEqual([]);
  expect(refusal(() => readReferences(folderWith({ ...file, column: 3 })))).toMatch(
    /^CONFIG_INVALID .*push-nine-v0\.json: field `column`/,
  );
});
