import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lookUp } from '../catalog/look-up.js';
import { protocols } from '../protocols/protocols.js';
import { topologies } from '../topologies/topologies.js';
import { structures } from './structures.js';

const doc = readFileSync(new URL('../../../../docs/structures.md', import.meta.url), 'utf8');

/** The text from a heading to the next one of the same or a higher level. */
function section(heading: string): string {
  const start = doc.indexOf(`\n${heading}\n`);
  if (start === -1) throw new Error(`docs/structures.md has no section "${heading}"`);
  const [level = '#'] = heading.split(' ');
  const rest = doc.slice(start + heading.length + 2);
  const end = rest.search(new RegExp(`^#{1,${level.length}} `, 'm'));
  return end === -1 ? rest : rest.slice(0, end);
}

/** Texts in back quotes at the start of the cells of each row of a section's table. */
function rows(heading: string): string[][] {
  return [...section(heading).matchAll(/^\| (`.+) \|$/gm)].map(([, row = '']) =>
    row.split('|').map((cell) => /^`([^`]*)`/.exec(cell.trim())?.[1] ?? ''),
  );
}

const names = (parts: readonly { readonly name: string }[]): string[] => parts.map(({ name }) => name).sort();

it('docs/structures.md lists every structure with its parts', () => {
  const listed = rows('## Structures').map((row) => row.slice(0, 3));
  expect(listed).toEqual(
    structures.map(({ name, topology, protocol }) => [name, topology.name, protocol.name]),
  );
});

it('docs/structures.md lists every topology with its options, and whether it changes', () => {
  expect(rows('## Topologies').map(([name]) => name)).toEqual(topologies.map(({ name }) => name));
  for (const { name, options, dynamic } of topologies) {
    const row = new RegExp(`^\\| \`${name}\`.*$`, 'm').exec(section('## Topologies'))?.[0] ?? '';
    for (const option of Object.keys(options.parse({}))) expect(row).toContain(`\`${option}\``);
    expect(row.split('|')[4]?.trim()).toBe(dynamic ? 'yes' : 'no');
  }
});

it('docs/structures.md explains every protocol with its options, and what it goes with', () => {
  const explained = [...section('## Protocols').matchAll(/^### `(.+)`$/gm)].map(([, name = '']) => name);
  expect(explained.sort()).toEqual(names(protocols));
  expect(
    rows('## What goes with what')
      .map(([name]) => name)
      .sort(),
  ).toEqual(names(protocols));
  for (const name of explained) {
    const options = lookUp('protocol', name, protocols).options.parse({});
    for (const [option, value] of Object.entries(options)) {
      const said = typeof value === 'number' ? ` (${value})` : '';
      expect(section(`### \`${name}\``)).toContain(`\`${option}\`${said}`);
    }
  }
});
