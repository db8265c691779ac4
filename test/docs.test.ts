import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scenariosPage } from '../docs/generate-scenarios.js';
import { quorumInProcess } from './helpers/quorum-in-process.js';

const root = new URL('../', import.meta.url);
const read = (path: string | URL): string => readFileSync(new URL(path, root), 'utf8');

const markdown = ['', 'docs/'].flatMap((folder) =>
  readdirSync(new URL(`./${folder}`, root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => folder + name),
);

/** A page without its code: links in there are none, and `#` begins no heading. */
const withoutCode = (text: string): string =>
  text.replace(/^```[^]*?^```$/gm, '').replace(/<!--[^]*?-->/g, '');

/** Anchors of a page's headings, as GitHub makes them. */
function anchors(text: string): Set<string> {
  const seen = new Map<string, number>();
  const slugs = [...withoutCode(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  return new Set(slugs);
}

it.each(markdown)('every link within the repository leads somewhere: %s', (page) => {
  const broken = [...withoutCode(read(page)).matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const url = new URL(target, new URL(page, root));
      const anchor = decodeURIComponent(url.hash.slice(1));
      url.hash = '';
      if (!existsSync(url)) return true;
      return anchor !== '' && !anchors(readFileSync(url, 'utf8')).has(anchor);
    });
  expect(broken).toEqual([]);
});

it('docs/scenarios.md says what the calibrations say', async () => {
  const committed = read('docs/scenarios.md');
  expect(await scenariosPage(), 'run `node docs/generate-scenarios.js`').toBe(committed);
});

it('docs/running-with-llms.md names options that the command has, and models that have a price', async () => {
  const page = read('docs/running-with-llms.md');
  const help = (await Promise.all(['run', 'verify', 'log'].map((name) => quorumInProcess([name, '--help']))))
    .map(({ stdout }) => stdout)
    .join('\n');
  const options = [...new Set(page.match(/--[a-z][a-z-]+/g))];
  expect(options.length).toBeGreaterThan(10);
  const ofCommand = options.filter((option) => !['--no-install'].includes(option));
  expect(ofCommand.filter((option) => !new RegExp(`${option}\\b`).test(help))).toEqual([]);

  const { models } = JSON.parse(read('benchmarks/prices.json')) as { models: Record<string, unknown> };
  const priced = [...page.matchAll(/^\| `((?:openai|anthropic):[^`]+)`/gm)].map(([, model = '']) => model);
  expect(priced.length).toBeGreaterThan(3);
  for (const model of priced) expect(Object.keys(models)).toContain(model);
});
