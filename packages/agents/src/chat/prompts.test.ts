import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { prompt, PROMPTS, WORDINGS } from './prompts.js';
import { fillTemplate, parseTemplate } from './template.js';

const FOLDER = new URL('../../prompts/', import.meta.url);

/**
 * Every version of a prompt that ever was, with the hash of its text. An edit needs a new version and a line of its own
 * here; a line that is here stays as it is, because logs name it.
 */
const PINNED: Readonly<Record<string, string>> = {
  'interrupt@1': '1a5674c35b8bc8c1',
  'messages-free@1': 'ac107bc31cba4460',
  'messages-typed@1': '16923a0373b6e8d8',
  'plan@1': 'e0edde81b9e20e76',
  'repair@1': 'ccfd956101365881',
  'reply@1': '3cc4487c3bf8884f',
  'solo@1': '159b935b2265dbd8',
  'speak@1': '6e8fa545c5d69086',
  'summarise@1': 'ee1a208b5e19dde9',
  'system-a@1': '0fcdc4710dcbf57e',
  'system-b@1': '03b2d69f168486ea',
  'system-c@1': 'a8029cd2d6bed351',
};

it('no prompt changes without a new version', () => {
  const present = Object.fromEntries(
    PROMPTS.map((name) => [
      `${name}@${prompt(name).version}`,
      createHash('sha256').update(prompt(name).paragraphs.join('\n\n')).digest('hex').slice(0, 16),
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
  expect(template).toEqual({ name: 'test', version: 2, paragraphs: ['A {{x}}.', '{{y}}'] });
  expect(fillTemplate(template, { x: '{{y}}', y: '$&' })).toEqual(['A {{y}}.', '$&']);
  expect(() => fillTemplate(template, { x: '1' })).toThrow('nothing fills {{y}}');
  expect(() => fillTemplate(template, { x: '1', y: '2', z: '3' })).toThrow('there is no {{z}}');
  expect(() => parseTemplate('test', 'No front matter.')).toThrow('prompts/test.md');
});
