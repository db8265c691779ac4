import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { quorum, temporaryFolderOfFile } from '../helpers/quorum.js';
import { compareGolden } from './compare-golden.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const logs = join(here, 'logs');
/** Rewrites the files of raised versions and adds new ones; a change without a raised version fails all the same. */
const updating = process.env['UPDATE_GOLDEN'] === '1';

interface Manifest {
  readonly metrics: Readonly<Record<string, number>>;
  readonly conditions: readonly {
    readonly slug: string;
    readonly fingerprint: string;
    readonly header: { readonly scenario: string; readonly team: readonly { readonly agent: string }[] };
  }[];
}

const run = join(temporaryFolderOfFile(), 'run');
/** File name -> text that this build gives. */
const actual = new Map<string, string>();
const scenarios = new Set<string>();

beforeAll(async () => {
  const { exitCode, stderr } = await quorum(['run', join(here, 'golden-v0.yaml'), '-o', run, '-q']);
  expect(exitCode, stderr).toBe(0);
  const { metrics, conditions } = JSON.parse(readFileSync(join(run, 'manifest.json'), 'utf8')) as Manifest;
  const digests = [JSON.stringify({ metrics, conditions: conditions.map(({ fingerprint }) => fingerprint) })];
  for (const { slug, header } of conditions) {
    const name = `${header.scenario}-${header.team[0]?.agent ?? ''}`;
    const folder = join(run, 'episodes', slug, 'seed-1-repeat-1');
    actual.set(`${name}.jsonl`, readFileSync(join(folder, 'events.jsonl'), 'utf8'));
    for (const file of ['frames.bin', 'metrics.json']) {
      digests.push(`${name} ${file} ${sha256(join(folder, file))}`);
    }
    scenarios.add(header.scenario);
  }
  actual.set('digests.txt', `${digests.join('\n')}\n`);
});

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

it('reproduces the committed logs, frames and metrics byte for byte', () => {
  mkdirSync(logs, { recursive: true });
  const problems: string[] = [];
  for (const [file, text] of actual) {
    const path = join(logs, file);
    const verdict = existsSync(path)
      ? compareGolden(file, readFileSync(path, 'utf8'), text)
      : ({ kind: 'outdated', message: `${file} is not committed yet` } as const);
    if (verdict.kind === 'outdated' && updating) writeFileSync(path, text);
    else if (verdict.kind !== 'same') problems.push(verdict.message);
  }
  for (const file of readdirSync(logs).filter((name) => !actual.has(name))) {
    if (updating) rmSync(join(logs, file));
    else problems.push(`${file} is of no golden episode any more`);
  }
  expect(problems.join('\n\n')).toBe('');
});

it('covers every scenario', async () => {
  const { stdout } = await quorum(['list', 'scenarios', '--json']);
  const known = (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name);
  expect([...scenarios].sort()).toEqual(known.sort());
});
