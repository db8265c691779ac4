// What the page is made to do runs in the browser.
/* global window, document, performance, queueMicrotask, requestAnimationFrame, setTimeout, Event */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startViewer } from '@quorum/viewer';
import { chromium } from 'playwright-core';
import { median } from './measure.js';
import { busyEpisode, runOf, writeEpisode } from './viewer-episode.js';

const CHROMIUM = '/usr/bin/chromium';
const MINUTES = 20;

/** In the page: notes when the world is drawn, at each picture of the screen in which it is. */
function watchDrawing() {
  window.drawn = [];
  let drawing = false;
  const { WebGL2RenderingContext, WebGLRenderingContext, CanvasRenderingContext2D } = window;
  for (const [type, names] of [
    [WebGL2RenderingContext, ['drawElements', 'drawArrays']],
    [WebGLRenderingContext, ['drawElements', 'drawArrays']],
    [CanvasRenderingContext2D, ['fill', 'drawImage']],
  ]) {
    for (const name of names) {
      const draw = type.prototype[name];
      type.prototype[name] = function (...given) {
        // A picture is drawn at one go.
        if (!drawing) {
          window.drawn.push(performance.now());
          queueMicrotask(() => (drawing = false));
        }
        drawing = true;
        return draw.apply(this, given);
      };
    }
  }
}

/** Opens an episode of the list; milliseconds from the click to the first picture of the world. */
async function joinMillis(page, url, index) {
  await page.goto(url);
  const chips = page.locator('.chips button');
  await chips.nth(index).waitFor();
  return page.evaluate(async (which) => {
    window.drawn.length = 0;
    const start = performance.now();
    document.querySelectorAll('.chips button')[which].click();
    while (window.drawn.length === 0) await new Promise(requestAnimationFrame);
    return window.drawn[0] - start;
  }, index);
}

/** Pictures of the world per second while it plays. */
async function picturesPerSecond(page, url, index, seconds) {
  await joinMillis(page, url, index);
  return page.evaluate(async (wait) => {
    document.querySelector('.transport .play').click();
    await new Promise((resolve) => setTimeout(resolve, 500));
    window.drawn.length = 0;
    await new Promise((resolve) => setTimeout(resolve, wait));
    return (window.drawn.length * 1000) / wait;
  }, seconds * 1000);
}

/** Milliseconds from asking for another moment to the picture of it, several times. */
async function seekMillis(page, url, index, times) {
  await joinMillis(page, url, index);
  await page.waitForFunction(
    (end) => Number.parseFloat(document.querySelector('output').textContent.split('/')[1]) >= end,
    MINUTES * 60 - 2,
  );
  return page.evaluate(async (count) => {
    const slider = document.querySelector('input[type=range]');
    const found = [];
    for (let i = 0; i < count; i++) {
      // All over the episode, never near to where it was.
      slider.value = String(Math.floor((((i + 1) * 0.618) % 1) * Number(slider.max)));
      window.drawn.length = 0;
      const start = performance.now();
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      while (window.drawn.length === 0) await new Promise(requestAnimationFrame);
      // Until the panels say it, too.
      await new Promise(requestAnimationFrame);
      found.push(performance.now() - start);
    }
    return found;
  }, times);
}

/** The page in Chromium without a screen and without a graphics card; nothing where Chromium is missing. */
export async function pageBench({ quick }) {
  if (!existsSync(CHROMIUM)) {
    process.stderr.write(`The page is not measured: there is no ${CHROMIUM}.\n`);
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'quorum-bench-'));
  writeEpisode(folder, 'small', busyEpisode(8, 16, 60));
  writeEpisode(folder, 'many', busyEpisode(64, 128, 20));
  writeEpisode(folder, 'long', busyEpisode(8, 16, MINUTES * 60));
  const viewer = await startViewer(runOf(folder, ['small', 'many', 'long']), { host: '127.0.0.1', port: 0 });
  const args = ['--headless', '--no-sandbox', '--use-angle=swiftshader-webgl'];
  const browser = await chromium.launch({ executablePath: CHROMIUM, args });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(watchDrawing);
    const rounds = quick ? 3 : 10;
    const joins = [];
    for (let i = 0; i < rounds; i++) joins.push(await joinMillis(page, viewer.url, 0));
    const pictures = await picturesPerSecond(page, viewer.url, 1, quick ? 3 : 8);
    const webgl = await picturesPerSecond(page, `${viewer.url}?renderer=webgl`, 1, quick ? 3 : 8);
    const seeks = await seekMillis(page, viewer.url, 2, quick ? 8 : 30);
    const note = 'Chromium without a screen and a graphics card, 1440 x 900';
    return [
      {
        name: 'page, from joining to the first picture',
        value: median(joins),
        unit: 'ms',
        atMost: 300,
        note,
      },
      { name: 'page, 64 agents + 128 blocks', value: pictures, unit: 'pictures/s', atLeast: 30, note },
      {
        name: 'page, 64 agents + 128 blocks, software WebGL',
        value: webgl,
        unit: 'pictures/s',
        atLeast: 30,
        note: `${note}; asked for with ?renderer=webgl, by itself the page draws on a canvas there`,
      },
      {
        name: `page, another moment of ${MINUTES} minutes`,
        value: median(seeks),
        unit: 'ms',
        atMost: 200,
        note,
      },
    ];
  } finally {
    await browser.close();
    await viewer.close();
    rmSync(folder, { recursive: true });
  }
}
