import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { browserMissing, openBrowser, openPage } from './helpers/browser.js';
import { quorumInProcess } from './helpers/quorum-in-process.js';
import { temporaryFolder, temporaryFolderOfFile, writeSuite } from './helpers/quorum.js';
import { serveFiles, startServing, type Serving } from './helpers/serve.js';
import { ASYNC, debateLink, pathsOf, playQuietly, says, shownSeconds, SUITE } from './helpers/watched.js';

const folder = temporaryFolderOfFile();
const run = join(folder, 'run');
const asyncRun = join(folder, 'moving');
let browser: Browser;
let servedAsync: Serving;

const link = (address: string, query: string): string => debateLink(address, run, query);

describe.skipIf(browserMissing())('how a run is served, in Chromium', () => {
  beforeAll(async () => {
    await playQuietly(writeSuite(folder, SUITE), run);
    await playQuietly(writeSuite(folder, ASYNC), asyncRun);
    [browser, servedAsync] = await Promise.all([
      openBrowser(),
      startServing(['view', asyncRun, '--port', '0']),
    ]);
  });
  afterAll(() => Promise.all([browser.close(), servedAsync.stop()]));

  it('goes from break to break by keys, and changes its speed', async () => {
    const broken = join(temporaryFolder(), 'broken');
    const crash = ['-g', 'structure=debate', '-g', 'fault=crash', '-g', 'horizonSeconds=12'];
    const { exitCode, stderr } = await quorumInProcess([
      'run',
      join(folder, 'watched-v0.yaml'),
      ...crash,
      '-o',
      broken,
      '-q',
    ]);
    expect(exitCode, stderr).toBe(0);
    const serving = await startServing(['view', broken, '--port', '0']);
    const [path = ''] = pathsOf(broken);
    const page = await openPage(browser, `${serving.address}?episode=${encodeURIComponent(path)}`);
    await says(page, /^Breaks \([1-9]\d*\)$/);
    const told = (await page.locator('.breaks button').allTextContents()).map(Number.parseFloat);
    const [first = 0, last = 0] = [Math.min(...told), Math.max(...told)];
    await page.keyboard.press('n');
    await says(page, 'fault.injected');
    expect(await shownSeconds(page)).toBe(first);
    await page.keyboard.press('p');
    expect(await shownSeconds(page)).toBe(first);
    await page.locator('input[type=range]').fill('999000000');
    await page.keyboard.press('p');
    expect(await shownSeconds(page)).toBe(last);
    for (const [key, speed] of [
      ['+', '2'],
      ['-', '1'],
      ['-', '0.5'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await page.locator('.transport select').inputValue()).toBe(speed);
    }
    expect(page.errors).toEqual([]);
    await Promise.all([page.close(), serving.stop()]);
  });

  it('lets only those in who know the token, and the same browser again', async () => {
    const token = 'token-of-the-browser-test';
    const guarded = await startServing(['view', run, '--port', '0', '--token', token]);
    expect(guarded.address.endsWith(`?token=${token}`)).toBe(true);
    const outside = await openPage(browser, guarded.address.replace(token, 'another'));
    await says(outside, /Open the address with the token/);
    const page = await openPage(browser, guarded.address);
    await page.locator('.condition', { hasText: 'debate' }).getByRole('button').first().click();
    await says(page, /body time ran out/);
    expect(page.url()).not.toContain(token);
    await page.reload();
    await says(page, /body time ran out/);
    await Promise.all([outside.close(), page.close(), guarded.stop()]);
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
    expect(await page.getByLabel('pace').inputValue()).toBe('3');
    await page.getByRole('button', { name: 'Watch live' }).click();
    await says(page, /after \d+ s: it has not ended/);
    await page.getByRole('button', { name: 'Pause run' }).click();
    await says(page, 'paused');
    const joined = await openPage(browser, page.url());
    await says(joined, /after \d+ s: it has not ended/);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('button', { name: 'Stop run' }).click();
    await page.locator('.live-controls').waitFor({ state: 'detached' });
    expect([...page.errors, ...joined.errors]).toEqual([]);
    await Promise.all([page.close(), joined.close(), live.stop()]);
  });

  it('replays from a plain file server, without WebGL', async () => {
    const site = join(temporaryFolder(), 'site');
    const { exitCode, stdout } = await quorumInProcess([
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

  it('exports who may address whom at each moment, as the server says it', async () => {
    const site = join(temporaryFolder(), 'site');
    const { exitCode, stderr } = await quorumInProcess(['export', asyncRun, '--replay', site]);
    expect([exitCode, stderr]).toEqual([0, '']);
    const [moving = ''] = pathsOf(asyncRun);
    const linksAt = async (address: string, seconds: number): Promise<string[]> => {
      const query = `?episode=${encodeURIComponent(moving)}&t=${seconds}&select=structure`;
      const page = await openPage(browser, address + query);
      await says(page, /may be used at this moment/);
      const links = await page.locator('.structure .edge title').allTextContents();
      await page.close();
      return links;
    };
    const exported = await serveFiles(site);
    for (const seconds of [0.1, 9]) {
      const links = await linksAt(servedAsync.address, seconds);
      expect(links.length).toBeGreaterThan(0);
      expect(await linksAt(exported, seconds)).toEqual(links);
    }
  });
});
