import { readFileSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository that this command was built from (`src/system` and `dist/system` lie equally deep). */
const repositoryRoot = fileURLToPath(new URL('../../../../', import.meta.url));

/** Folder of the named suites. */
export const suitesFolder = join(repositoryRoot, 'benchmarks', 'suites');

/** Folder of the frozen reference scores. */
export const referencesFolder = join(repositoryRoot, 'benchmarks', 'references');

/** Frozen measurements of what there is to be communicated. */
export const necessityFile = join(repositoryRoot, 'benchmarks', 'necessity.json');

/** Prices of language models. */
export const pricesFile = join(repositoryRoot, 'benchmarks', 'prices.json');

/** Version of the command. */
export function quorumVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** A path as a person would type it: relative to where they are when it lies below, absolute otherwise. */
export function displayPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  if (fromHere === '') return '.';
  const outside = fromHere === '..' || fromHere.startsWith(`..${sep}`) || isAbsolute(fromHere);
  return outside ? path : fromHere;
}
