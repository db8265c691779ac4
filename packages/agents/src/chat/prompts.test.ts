import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { prompt, PROMPTS, WORDINGS } from './prompts.js';
import { fillTemplate, parseTemplate } from './template.js';

const FOLDER = new URL('../../prompts/', import.meta.url);

/**
 * Every version of a prompt that ever was, with the hash of its file. An edit needs a new version and a line of its own
 * here; a line that is here stays as it is, because logs name it.
 */
const PINNED: Readonly<Record<string, string>> = {
  'interrupt@1': '9e73dd9212d97ec1',
  'messages-free@1': '072617ecdfbfa74e',
  'messages-typed@1': '3154baa085a4d378',
  'plan@1': '56b131e0b0a29497',
  'repair@1': 'a6754e8ab7afb901',
  'reply@1': '8da5732f5eb1e579',
  'solo@1': 'c3b155e38da3600f',
  'speak@1': '535192fdc45b251a',
  'summarise@1': '5ba7d86d12b5c94d',
  'system-a@1': 'ebbf3c6f79ea5406',
  'system-b@1': 'f96561bad8fdf48f',
  'system-c@1': '4dbdc035ae8cb9d2',
};

it('no prompt changes without a new version', () => {
  const present = Object.fromEntries(
    PROMPTS.map((name) => [
      `${name}@${prompt(name).version}`,
      createHash('sha256')
        .update(readFileSync(new URL(`${name}.md`, FOLDER)))
        .digest('hex')
        .slice(0, 16),
    ]),
  );
  expect(PINNED).toMatchObject(present);
});

it('every file is a prompt and every prompt has a file', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(PROMPTS.map((name) => `${name}.md`).sort());
});

it('there are three wordings of the system prompt, with the same places for rules and team', () => {
  expect(WORDINGS).toHaveLength(3);
  const filled = WORDINGS.map((wording) =>
    fillTemplate(prompt(`system-${wording}`), { rules: 'R', team: 'T' }),
  );
  for (const parts of filled) {
    expect(parts).toContain('R');
    expect(parts).toContain('T');
  }
  expect(new Set(filled.map((parts) => parts.join('\n\n'))).size).toBe(3);
});

it('templates with other placeholders than values are refused', () => {
  const template = parseTemplate('test', '---\nversion: 2\n---\nA {{x}}.\n\n{{y}}\n');
  expect(template).toEqual({ name: 'test', version: 2, text: 'A {{x}}.\n\n{{y}}' });
  expect(fillTemplate(template, { x: '{{y}}', y: '$&' })).toEqual(['A {{y}}.', '$&']);
  expect(() => fillTemplate(template, { x: '1' })).toThrow('nothing fills {{y}}');
  expect(() => fillTemplate(template, { x: '1', y: '2', z: '3' })).toThrow('there is no {{z}}');
  expect(() => parseTemplate('test', 'No front matter.')).toThrow('prompts/test.md');
});
