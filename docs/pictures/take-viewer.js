#!/usr/bin/env node
/**
 * Takes the picture of the viewer in the README; needs Chromium (apt-get install chromium) and a played quickstart:
 *
 *   node docs/pictures/take-viewer.js runs/quickstart-v0
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, URL } from 'node:url';
import { chromium } from 'playwright-core';
import { startViewer } from '../../packages/viewer/dist/index.js';
import { watchRun } from '../../packages/cli/dist/view/watch-run.js';

const run = resolve(process.argv[2] ?? 'runs/quickstart-v0');
const folder = readdirSync(join(run, 'episodes')).find((name) => name.includes('6x-chat_rule-based_debate'));
const viewer = await startViewer(watchRun(run), { host: '127.0.0.1', port: 0 });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 960 } });
const episode = encodeURIComponent(`episodes/${folder}/seed-1-repeat-1`);
await page.goto(`${viewer.url}?episode=${episode}&t=35.4`);
await page.locator('.verdict', { hasText: 'points' }).waitFor();
await page.locator('.timeline .plan').first().waitFor();
await page.screenshot({
  path: fileURLToPath(new URL('viewer.png', import.meta.url)),
  animations: 'disabled',
});
await browser.close();
await viewer.close();
