import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { browserMissing, openBrowser, openPage } from './helpers/browser.js';
import { temporaryFolderOfFile, writeSuite } from './helpers/quorum.js';
import { startServing, type Serving } from './helpers/serve.js';
import { ASYNC, debateLink, pathsOf, playQuietly, says, shownSeconds, SUITE } from './helpers/watched.js';

const folder = temporaryFolderOfFile();
const run = join(folder, 'run');
const asyncRun = join(folder, 'moving');
let browser: Browser;
let served: Serving;
let servedAsync: Serving;

const link = (address: string, query: string): string => debateLink(address, run, query);

/** Parts of a page that lie on one another, and whether any is wider than the page. */
function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // On a telephone the panel of what was clicked lies on the rest.
    const isSheet = getComputedStyle(document.querySelector('.side') ?? document.body).position === 'fixed';
    const names = ['.top', '.head', '.world', '.transport', '.timeline', ...(isSheet ? [] : ['.side'])];
    const boxes = names.map((name) => ({ name, box: document.querySelector(name)?.getBoundingClientRect() }));
    const wide = boxes.filter(({ box }) => (box?.right ?? Infinity) > innerWidth).map(({ name }) => name);
    const pairs = boxes.flatMap((one, i) => boxes.slice(i + 1).map((other) => [one, other] as const));
    const crossed = pairs.filter(
      ([{ box: a }, { box: b }]) =>
        a !== undefined &&
        b !== undefined &&
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1,
    );
    return [...wide, ...crossed.map((pair) => pair.map(({ name }) => name).join(' on '))];
  });
}

describe.skipIf(browserMissing())('in Chromium', () => {
  beforeAll(async () => {
    await playQuietly(writeSuite(folder, SUITE), run);
    await playQuietly(writeSuite(folder, ASYNC), asyncRun);
    [browser, served, servedAsync] = await Promise.all([
      openBrowser(),
      startServing(['view', run, '--port', '0']),
      startServing(['view', asyncRun, '--port', '0']),
    ]);
  });
  afterAll(() => Promise.all([browser.close(), served.stop(), servedAsync.stop()]));

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

  it('shows the agent or the block that is clicked in the world', async () => {
    const page = await openPage(browser, link(served.address, '&t=5&select=seat:1'));
    await says(page, 'Remembered');
    // What is followed lies in the middle.
    await page.keyboard.press('f');
    await says(page, 'following agent 1');
    await page.getByRole('button', { name: '← overview' }).click();
    await says(page, 'Agents now');
    await page.locator('.world canvas').click();
    await says(page, 'Remembered');
    expect(await page.textContent('.side h2')).toContain('1');
    expect(page.errors).toEqual([]);
    await page.close();
  });

  it('shows two episodes side by side on one clock', async () => {
    const page = await openPage(browser, served.address);
    await says(page, 'Compared by the suite');
    await page.locator('.declared .comparison', { hasText: 'debate' }).getByRole('button').first().click();
    await page.locator('.episode').nth(1).waitFor();
    await page.locator('.timeline').nth(1).waitFor();
    expect(await page.locator('.timeline').count()).toBe(2);
    await page.locator('.difference-mark').nth(1).waitFor();
    await page.keyboard.press('d');
    await says(page, /First difference at \d/);
    const left = await page.textContent('.side h2');
    await page.getByRole('button', { name: /^right:/ }).click();
    await page.keyboard.press('d');
    expect(await page.textContent('.side h2')).not.toBe(left);
    const again = await openPage(browser, page.url());
    await again.locator('.difference-mark').nth(1).waitFor();
    expect(await again.textContent('.side')).toBe(await page.textContent('.side'));
    await again.close();
    await page.locator('.episode').nth(1).getByRole('button', { name: 'close' }).click();
    expect(await page.locator('.episode').count()).toBe(1);
    await page.close();
  });

  it('shows what an agent knew, was asked and answered, and when its belief acted', async () => {
    const [path = ''] = pathsOf(asyncRun);
    const page = await openPage(
      browser,
      `${servedAsync.address}?episode=${encodeURIComponent(path)}&t=1&select=seat:0`,
    );
    await says(page, /Call 1 of \d+: plan/);
    await says(page, 'You are agent 0 in a team of 2');
    expect(await page.locator('.belief').textContent()).toMatch(
      /belief formed at 0.0 s, acts at \d+\.\d s; the world moved on by \d+\.\d s/,
    );
    await page.getByText('system: rules').click();
    await says(page, 'Goal. A team of 2 agents, numbered 0 to 1, moves blocks');
    await page.getByRole('button', { name: 'next call' }).click();
    await says(page, /Call 2 of \d+/);
    await page.locator('.belief-span .reach').nth(1).click({ force: true });
    expect(await page.locator('.belief').textContent()).toContain(', acted at');
    expect(page.url()).toMatch(/select=seat%3A\d%3A\d+/);
    const again = await openPage(browser, page.url());
    await again.locator('.stepper').waitFor();
    expect(await again.textContent('.side')).toBe(await page.textContent('.side'));
    await again.close();
    // The same by keys alone.
    await page.locator('.timeline svg').focus();
    await page.keyboard.press('ArrowRight');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    const before = page.url();
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).not.toBe(focused);
    await page.keyboard.press('Enter');
    expect(page.url()).not.toBe(before);
    expect(page.errors).toEqual([]);
    await page.close();
  });

  it('shows who talks along which link, and what thoughts bring about', async () => {
    const page = await openPage(browser, link(served.address, '&t=8'));
    await page.getByRole('button', { name: 'Who may address whom' }).click();
    await page.getByRole('button', { name: 'agent 0 → agent 1' }).click();
    await says(page, /\d+ messages so far/);
    await page.getByRole('button', { name: '← overview' }).click();
    await page.getByRole('button', { name: 'Thoughts and events' }).click();
    await page.locator('.interactions .node').last().press('Enter');
    await says(page, 'Followed by');
    // Whom a seat may address there depends on where all are.
    const [moving = ''] = pathsOf(asyncRun);
    await page.goto(`${servedAsync.address}?episode=${encodeURIComponent(moving)}&t=0.1&select=structure`);
    await says(page, /may be used at this moment/);
    expect(await page.locator('.structure .edge').count()).toBe(2);
    expect(page.errors).toEqual([]);
    await page.close();
  });

  it('follows an agent, shows how far it sees, keeps still on demand, and fits every width', async () => {
    const [path = ''] = pathsOf(asyncRun);
    const at = (seconds: number): string =>
      `${servedAsync.address}?episode=${encodeURIComponent(path)}&t=${seconds}&select=seat:0`;
    const page = await openPage(browser, at(7));
    const world = page.locator('.world canvas');
    await page.waitForFunction(() => document.querySelector('canvas')?.width !== 300);
    const seen = await world.screenshot();
    await page.getByText('Shown', { exact: true }).click();
    await page.getByLabel('sight 5 m').uncheck();
    await page.getByText('Shown', { exact: true }).click();
    expect((await world.screenshot()).equals(seen)).toBe(false);
    // Two moments between the same two frames, while somebody walks.
    const isSameALittleLater = async (): Promise<boolean> => {
      const picture = async (micros: string): Promise<Buffer> => {
        await page.locator('input[type=range]').fill(micros);
        return world.screenshot();
      };
      return (await picture('7000000')).equals(await picture('7030000'));
    };
    expect(await isSameALittleLater()).toBe(false);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await isSameALittleLater()).toBe(true);
    await page.keyboard.press('f');
    await says(page, 'following agent 0');
    await page.mouse.move(300, 400);
    await page.mouse.down();
    await page.mouse.move(340, 440, { steps: 3 });
    await page.mouse.up();
    expect(await page.getByText('following agent 0').count()).toBe(0);
    for (const width of [1440, 900, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForFunction((expected) => innerWidth === expected, width);
      expect(await overlaps(page), `${width} px`).toEqual([]);
      // What was clicked is on the first screen.
      const panel = await page.locator('.side').boundingBox();
      expect(panel?.y, `${width} px`).toBeLessThan(600);
    }
    expect(page.errors).toEqual([]);
    await page.close();
  });

  it('names every control and shows which one the keys have reached', async () => {
    const page = await openPage(browser, served.address);
    await says(page, 'Conditions');
    for (const query of ['', '&t=5', '&t=5&select=seat:1', '&t=5&select=structure', '&t=5&select=graph']) {
      if (query !== '') await page.goto(link(served.address, query));
      if (query !== '') await page.locator('.transport').waitFor();
      const tree = await page.locator('body').ariaSnapshot();
      expect(tree).not.toMatch(/- (button|link|combobox|slider|checkbox|img)\s*(\[.*\])?:?$/m);
      await page.keyboard.press('Tab');
      const stops = new Set<string>();
      for (let i = 0; i < 60; i++) {
        const stop = await page.evaluate(() => {
          const { activeElement: element } = document;
          if (element === null || element === document.body) return null;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return { text: element.outerHTML.slice(0, 200), outline: `${outlineStyle} ${outlineWidth}` };
        });
        if (stop === null) break;
        expect(stop.outline, stop.text).toBe('solid 2px');
        stops.add(stop.text);
        await page.keyboard.press('Tab');
      }
      expect(stops.size, query).toBeGreaterThan(2);
    }
    expect(page.errors).toEqual([]);
    await page.close();
  });

  it.each(['webgl', 'canvas'] as const)(
    'draws the world by %s where the address asks for it',
    async (renderer) => {
      const page = await openPage(browser, link(served.address, `&t=8&renderer=${renderer}`));
      await says(page, /body time ran out/);
      // A canvas has the one context that it was first asked for.
      const context = renderer === 'webgl' ? 'webgl2' : '2d';
      const has = `document.querySelector('.world canvas').getContext('${context}') !== null`;
      expect(await page.evaluate(has)).toBe(true);
      const early = await page.locator('.world').screenshot();
      await page.locator('input[type=range]').fill('100000');
      expect((await page.locator('.world').screenshot()).equals(early)).toBe(false);
      expect(page.errors).toEqual([]);
      await page.close();
    },
  );
});
