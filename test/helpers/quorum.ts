import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, onTestFinished } from 'vitest';

const command = fileURLToPath(new URL('../../packages/cli/bin/quorum.js', import.meta.url));

/** Starts the built command as a user would. Never rejects: look at `exitCode`. */
export function quorum(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
) {
  return execa(process.execPath, [command, ...args], { reject: false, ...options });
}

/** A folder that vanishes with its test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quorum-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder that vanishes with its test file. Call it outside of tests. */
export function temporaryFolderOfFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quorum-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A suite of short episodes on a small team. */
export const SHORT_SUITE = `suite: short-v0
title: Two seats for a few seconds
scenario: push-nine-v0
agents: 2
team: [random, greedy]
horizonSeconds: 3
seeds: 1..3
`;

/** Writes a suite file under the name that it has inside. */
export function writeSuite(folder: string, text = SHORT_SUITE): string {
  const name = /^suite: (\S+)/.exec(text)?.[1] ?? 'nameless';
  const path = join(folder, `${name}.yaml`);
  writeFileSync(path, text);
  return path;
}
