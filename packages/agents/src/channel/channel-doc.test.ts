import { readFileSync } from 'node:fs';
import { MESSAGE_LOSSES, MESSAGE_REFUSALS } from '@quorum/events';
import { expect, it } from 'vitest';
import { channelSpec, GATES } from './channel-spec.js';

const doc = readFileSync(new URL('../../../../docs/channel.md', import.meta.url), 'utf8');

/** Texts in back quotes at the start of the cells of each row of a section's table. */
function rows(heading: string): string[][] {
  const start = doc.indexOf(`\n${heading}\n`);
  if (start === -1) throw new Error(`docs/channel.md has no section "${heading}"`);
  const rest = doc.slice(start + heading.length + 2);
  const end = rest.search(/^#/m);
  return [...rest.slice(0, end).matchAll(/^\| (.+) \|$/gm)].map(([, row = '']) =>
    row.split('|').flatMap((cell) => /^`([^`]*)`/.exec(cell.trim())?.[1] ?? []),
  );
}

const firsts = (heading: string): string[] => rows(heading).flatMap(([name]) => name ?? []);

it('docs/channel.md lists every option with its default', () => {
  const options = Object.entries(channelSpec.parse({})).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  // The third cell may begin with a value of the option.
  expect(
    rows('## Options')
      .filter((row) => row.length > 0)
      .map((row) => row.slice(0, 2)),
  ).toEqual(options);
});

it('docs/channel.md explains every gate, refusal and loss', () => {
  expect(firsts('### Gates')).toEqual([...GATES]);
  expect(firsts('## From the sender').sort()).toEqual([...MESSAGE_REFUSALS].sort());
  expect(firsts('## To the recipient').sort()).toEqual([...MESSAGE_LOSSES].sort());
});
