import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { displayPath } from '../system/paths.js';
import { readError } from '@quorum/events/node';
import { parseSuiteYaml, type SuiteSource } from './suite-source.js';

const EXTENSION = /\.ya?ml$/;

/** Name under which a run folder keeps its suite; the only file name that need not equal the suite's. */
export const RUN_SUITE_FILE = 'suite.yaml';

/** Names of the suites in a folder, sorted. */
export function suiteNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => EXTENSION.test(file))
    .map((file) => file.replace(EXTENSION, ''))
    .sort();
}

/** Path of the suite that `target` means (a path, or a name in `folder`), or null if it is neither. */
export function findSuiteFile(target: string, folder: string): string | null {
  if (EXTENSION.test(target) || target.includes('/')) return target;
  const named = [`${target}.yaml`, `${target}.yml`].map((file) => join(folder, file));
  return named.find((path) => existsSync(path)) ?? null;
}

/**
 * Reads a suite file.
 * @throws QuorumError `FILE_UNREADABLE`, or `CONFIG_INVALID` for malformed YAML
 */
export function readSuiteFile(path: string): SuiteSource {
  try {
    const file = statSync(path).isDirectory() ? join(path, RUN_SUITE_FILE) : path;
    return parseSuiteYaml(readFileSync(file, 'utf8'), displayPath(file));
  } catch (error) {
    throw readError(path, error, 'check the path; `quorum list suites` shows the suites that have a name.');
  }
}

/** The name a suite file must carry inside, or null when it may carry any. */
export function expectedSuiteName(path: string): string | null {
  const file = basename(path);
  return file === RUN_SUITE_FILE || !EXTENSION.test(file) ? null : file.replace(EXTENSION, '');
}
