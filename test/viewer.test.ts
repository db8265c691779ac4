import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { browserMissing, openBrowser, openPage } from './helpers/browser.js';
import { quorum, temporaryFolder, temporaryFolderOfFile, writeSuite } from './helpers/quorum.js';
import { serveFiles, startServing, type Serving } from './helpers/serve.js';

const SUITE = `suite: watched-v0
title: Two seats, silent and talking
scenario: push-nine-v0
agents: 2
team: [chat]
structure: [individual, debate]
clock: { profile: reference-v1 }
horizonSeconds: 6
seeds: 1
`;

const folder = temporaryFolderOfFile();
const run = join(folder, 'run');
let browser: Browser;
let served: Serving;

const paths = (): string[] =>
  readdirSync(join(run, 'episodes')).map((name) => `episodes/${name}/seed-1-repeat-1`);
const talking = (): string => paths().find((path) => path.includes('debate')) ?? '';
const link = (address: string, query: string): string =>
  `${address}?episode=${encodeURIComponent(talking())}${query}`;

/** The time that the page shows, seconds. */
async function shownSeconds(page: Page): Promise<number> {
  return Number.parseFloat((await page.textContent('.transport output')) ?? '');
}

/** Waits until the page says so. */
function says(page: Page, text: string | RegExp): Promise<void> {
  return page.getByText(text).first().waitFor();
}

describe.skipIf(browserMissing())('in Chromium', () => {
  beforeAll(async () => {
    const { exitCode, stderr } = await quorum(['run', writeSuite(folder, SUITE), '-o', run, '-q']);
    expect(exitCode, stderr).toBe(0);
    [browser, served] = await Promise.all([openBrowser(), startServing(['view', run, '--port', '0'])]);
  });
  afterAll(() => Promise.all([browser.close(), served.stop()]));

  it('opens an episode from the list, plays it, and moves with the keys', async () => {
    const page = await openPage(browser, served.address);
    await page.locator('.condition', { hasText: 'debate' }).getByRole('button').first().click();
    await says(page, /body time ran out/);
    await says(page, 'stand-in, no language model');
    await page.waitForFunction(() => document.querySelector('canvas')?.width !== 300);
    const before = await page.locator('.world').screenshot();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await shownSeconds(page)).toBe(2);
    await page.keyboard.press('ArrowLeft');
    expect(await shownSeconds(page)).toBe(1);
    await page.keyboard.press(' ');
    await page.waitForFunction(
      () => Number.parseFloat(document.querySelector('output')?.textContent ?? '') > 1,
    );
    await page.keyboard.press(' ');
    await page.locator('input[type=range]').fill('12000000');
    expect(await shownSeconds(page)).toBe(12);
    expect((await page.locator('.world').screenshot()).equals(before)).toBe(false);
    expect(page.errors).toEqual([]);
    await page.close();
  });

  it('shows what is clicked, and restores it from the address', async () => {
    const page = await openPage(browser, link(served.address, '&t=5'));
    await page.locator('.timeline .sender').last().click();
    await says(page, 'message.sent');
    await says(page, 'Followed by');
    await page.getByRole('button', { name: '← overview' }).click();
    await page.locator('.seats button').nth(1).click();
    await says(page, 'Remembered');
    const shown = await page.textContent('.side');
    const again = await openPage(browser, page.url());
    await says(again, 'Remembered');
    expect(await again.textContent('.side')).toBe(shown);
    expect(await shownSeconds(again)).toBe(await shownSeconds(page));
    await Promise.all([page.close(), again.close()]);
  });

  it('shows two episodes side by side on one clock', async () => {
    const page = await openPage(browser, served.address);
    await page.getByRole('button', { name: 'side by side' }).first().click();
    await page.locator('.episode').nth(1).waitFor();
    expect(await page.locator('.timeline').count()).toBe(2);
    await page.locator('.episode').nth(1).getByRole('button', { name: 'close' }).click();
    expect(await page.locator('.episode').count()).toBe(1);
    await page.close();
  });

  it('goes on when its server comes back', async () => {
    const first = await startServing(['view', run, '--port', '0']);
    const page = await openPage(browser, link(first.address, '&t=1'));
    await says(page, /body time ran out/);
    await first.stop();
    await says(page, /connection lost/);
    const second = await startServing(['view', run, '--port', new URL(first.address).port]);
    await page.getByText(/connection lost/).waitFor({ state: 'detached' });
    await Promise.all([page.close(), second.stop()]);
  });

  it('watches a run that is being played, joined in its middle, and stops it', async () => {
    const played = join(temporaryFolder(), 'live');
    const suite = join(folder, 'watched-v0.yaml');
    const live = await startServing([
      'run',
      suite,
      '-o',
      played,
      '-g',
      'horizonSeconds=60',
      '--view',
      '--port',
      '0',
      '--speed',
      '3',
      '--workers',
      '1',
    ]);
    const page = await openPage(browser, live.address);
    await page.getByRole('button', { name: 'Watch live' }).click();
    await says(page, /after \d+ s: it has not ended/);
    await page.getByRole('button', { name: 'Pause run' }).click();
    await says(page, 'paused');
    const joined = await openPage(browser, page.url().replace('token', 'none'));
    await says(joined, /after \d+ s: it has not ended/);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('button', { name: 'Stop run' }).click();
    await page.locator('.live-controls').waitFor({ state: 'detached' });
    expect([...page.errors, ...joined.errors]).toEqual([]);
    await Promise.all([page.close(), joined.close(), live.stop()]);
  });

  it('replays from a plain file server, without WebGL', async () => {
    const site = join(temporaryFolder(), 'site');
    const { exitCode, stdout } = await quorum([
      'export',
      run,
      '--replay',
      site,
      '--only',
      'debate',
      '--json',
    ]);
    expect([exitCode, JSON.parse(stdout)]).toEqual([0, { folder: site, episodes: 1 }]);
    const plain = await openBrowser({ webgl: false });
    try {
      const page = await openPage(plain, link(await serveFiles(site), '&t=8'));
      await says(page, /body time ran out/);
      const early = await page.locator('.world').screenshot();
      await page.locator('input[type=range]').fill('100000');
      expect((await page.locator('.world').screenshot()).equals(early)).toBe(false);
      expect(page.errors).toEqual([]);
    } finally {
      await plain.close();
    }
  });
});
