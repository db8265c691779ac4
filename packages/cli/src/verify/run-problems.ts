import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QuorumError } from '@quorum/events';
import { MANIFEST_FILE, manifestText, type Manifest } from '../run-folder/manifest.js';
import { planManifest } from '../run-folder/plan-manifest.js';
import { readRun } from '../run-folder/read-run.js';
import { SUMMARY_FILE, summaryCsv } from '../run-folder/summary.js';
import { RUN_SUITE_FILE, readSuiteFile } from '../suite/find-suite.js';
import { planSuite } from '../suite/plan-suite.js';
import { readSuite } from '../suite/read-suite.js';
import { catalog } from '../system/catalog.js';
import { folderProblems } from './folder-problems.js';
import type { RunProblem } from './run-problem.js';

/**
 * What is wrong with a run folder beyond its episodes: folders lost or unknown, a manifest that the suite does not
 * give, a summary that the episodes do not give.
 * @param found.missing planned episodes that were never played
 * @param found.intact whether every episode that is there passed; the summary can be computed only then
 */
export function runProblems(
  { folder, manifest }: { folder: string; manifest: Manifest },
  { missing, intact }: { missing: number; intact: boolean },
): RunProblem[] {
  return [
    ...folderProblems(folder, manifest),
    ...suiteProblems(folder, manifest),
    ...(intact ? summaryProblems(folder, missing > 0) : []),
  ];
}

/** The suite in the folder, planned anew, must give the manifest, but for times and sessions. */
function suiteProblems(folder: string, manifest: Manifest): RunProblem[] {
  try {
    const source = readSuiteFile(join(folder, RUN_SUITE_FILE));
    const plan = planSuite(readSuite(source), source, catalog);
    const expected = manifestText(planManifest(plan, manifest.overrides, manifest)).split('\n');
    const found = readFileSync(join(folder, MANIFEST_FILE), 'utf8').split('\n');
    const line = firstDifference(found, expected);
    if (line === null) return [];
    const message = `${quote(found[line])} is not what ${RUN_SUITE_FILE} gives: ${quote(expected[line])}`;
    return [{ path: `${MANIFEST_FILE}:${line + 1}`, message }];
  } catch (error) {
    if (!QuorumError.isInstance(error)) throw error;
    return [{ path: RUN_SUITE_FILE, message: error.message }];
  }
}

/** The summary must be what the episodes give. That of an unfinished run may lack rows: it is written last. */
function summaryProblems(folder: string, unfinished: boolean): RunProblem[] {
  const path = join(folder, SUMMARY_FILE);
  if (!existsSync(path)) {
    return unfinished ? [] : [{ path: SUMMARY_FILE, message: 'it is missing; `quorum run` writes it again' }];
  }
  const found = readFileSync(path, 'utf8').split('\n');
  const all = summaryCsv(readRun(folder)).split('\n');
  const present = new Set(found);
  const expected = unfinished ? all.filter((row) => present.has(row)) : all;
  const line = firstDifference(found, expected);
  if (line === null) return [];
  return [{ path: `${SUMMARY_FILE}:${line + 1}`, message: 'this line is not what the episodes give' }];
}

function firstDifference(found: readonly string[], expected: readonly string[]): number | null {
  const length = Math.max(found.length, expected.length);
  for (let i = 0; i < length; i += 1) if (found[i] !== expected[i]) return i;
  return null;
}

function quote(line: string | undefined): string {
  if (line === undefined) return 'the end of the file';
  const text = line.trim();
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
