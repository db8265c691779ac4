import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { quorumInProcess } from './quorum-in-process.js';

/** A run of a silent and a talking team, 6 s each. */
export const SUITE = `suite: watched-v0
title: Two seats, silent and talking
scenario: push-nine-v0
agents: 2
team: [chat]
structure: [individual, debate]
clock: { profile: reference-v1 }
horizonSeconds: 6
seeds: 1
`;

/** The world moves while its agents think, and they see 5 m far. */
export const ASYNC = `suite: moving-v0
title: Two seats with little sight
scenario: push-private-v0
agents: 2
team: chat
structure: decentralized
topology: { name: nearest, k: 1 }
clock: { mode: async, profile: reference-v1 }
horizonSeconds: 12
seeds: 1
`;

/** Plays a suite into a folder, for pages to show. */
export async function playQuietly(suite: string, run: string): Promise<void> {
  const { exitCode, stderr } = await quorumInProcess(['run', suite, '-o', run, '--workers', '1', '-q']);
  expect(exitCode, stderr).toBe(0);
}

/** Paths of the episodes of a run of one seed. */
export function pathsOf(run: string): string[] {
  return readdirSync(join(run, 'episodes')).map((name) => `episodes/${name}/seed-1-repeat-1`);
}

/** Address of the episode of a run in which agents debate. */
export function debateLink(address: string, run: string, query: string): string {
  const talking = pathsOf(run).find((path) => path.includes('debate')) ?? '';
  return `${address}?episode=${encodeURIComponent(talking)}${query}`;
}

/** The time that the page shows, seconds. */
export async function shownSeconds(page: Page): Promise<number> {
  return Number.parseFloat((await page.textContent('.transport output')) ?? '');
}

/** Waits until the page says so. */
export function says(page: Page, text: string | RegExp): Promise<void> {
  return page.getByText(text).first().waitFor();
}
