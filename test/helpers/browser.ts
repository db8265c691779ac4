import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Where Debian and its like put Chromium. */
const CHROMIUM = '/usr/bin/chromium';

/** Whether browser tests can run here; they are skipped, with a word, where not. */
export function browserMissing(): boolean {
  if (existsSync(CHROMIUM)) return false;
  console.warn(`Browser tests are skipped: there is no ${CHROMIUM} (apt-get install chromium).`);
  return true;
}

/** Starts Chromium without a screen. */
export function openBrowser(options: { readonly webgl: boolean } = { webgl: true }): Promise<Browser> {
  const flags = options.webgl ? [] : ['--disable-gpu', '--disable-3d-apis'];
  return chromium.launch({ executablePath: CHROMIUM, args: ['--headless', '--no-sandbox', ...flags] });
}

/** Opens a page of the viewer and remembers what goes wrong in it. */
export async function openPage(
  browser: Browser,
  address: string,
): Promise<Page & { readonly errors: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(address);
  return Object.assign(page, { errors });
}
