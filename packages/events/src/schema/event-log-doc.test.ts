import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  ACTION_OUTCOMES,
  CLAIM_VERDICTS,
  CONSTRAINTS,
  EPISODE_STATUSES,
  EVICTION_REASONS,
  MESSAGE_KINDS,
  MESSAGE_LOSSES,
  MESSAGE_REFUSALS,
  MODEL_OUTCOMES,
  PURPOSES,
  REPAIR_OUTCOMES,
  STAGES,
} from '../log/outcomes.js';
import { logJsonSchema } from './json-schema.js';

/** What is used of a JSON Schema here. */
interface Node {
  readonly type?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly items?: Node;
  readonly prefixItems?: readonly Node[];
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Node | false;
}

/** Lists that have a section of their own, by the words that refer to it. */
const lists: Readonly<Record<string, readonly string[]>> = {
  '[episode status](#episode-statuses)': EPISODE_STATUSES,
  '[action outcome](#action-outcomes)': ACTION_OUTCOMES,
  '[purpose](#purposes)': PURPOSES,
  '[stage](#stages)': STAGES,
  '[constraint](#constraints)': CONSTRAINTS,
  '[message kind](#message-kinds)': MESSAGE_KINDS,
  '[refusal](#refusals)': MESSAGE_REFUSALS,
  '[loss](#losses)': MESSAGE_LOSSES,
  '[verdict](#verdicts)': CLAIM_VERDICTS,
  '[model outcome](#model-outcomes)': MODEL_OUTCOMES,
  '[repair outcome](#repair-outcomes)': REPAIR_OUTCOMES,
  '[reason for forgetting](#reasons-for-forgetting)': EVICTION_REASONS,
};

const { $defs: definitions } = logJsonSchema() as { readonly $defs: Readonly<Record<string, Node>> };
const doc = readFileSync(new URL('../../../../docs/event-log.md', import.meta.url), 'utf8');

/** A schema in the words of the document. */
function typeText(node: Node): string {
  const { properties } = node;
  if (node.const !== undefined) return `\`${node.const}\``;
  if (node.enum) return enumText(node.enum);
  if (node.prefixItems) return `[${node.prefixItems.map(typeText).join(', ')}]`;
  if (node.items) return `list of ${typeText(node.items)}`;
  const options = node.anyOf ?? node.oneOf;
  if (options) return options.map(typeText).join(' or ');
  if (properties) {
    const fields = Object.entries(properties).map(([name, field]) => `${name}: ${typeText(field)}`);
    return `{ ${fields.join(', ')}${node.additionalProperties === false ? '' : ', …'} }`;
  }
  if (node.additionalProperties) return `object of ${typeText(node.additionalProperties)}`;
  return node.type ?? 'any JSON';
}

function enumText(values: readonly string[]): string {
  const list = Object.entries(lists).find(([, known]) => known.join() === values.join());
  return list?.[0] ?? values.map((value) => `\`${value}\``).join(' | ');
}

/** Every line `` - `field` (type) `` that a section has to hold, in order. */
function expectedFields(name: string): string[] {
  const { properties = {}, required = [] } = definitions[name] ?? {};
  const envelope = name === 'header' ? [] : ['seq', 'tick', 'time', 'type', 'inputs'];
  return Object.entries(properties)
    .filter(([field]) => !envelope.includes(field))
    .map(([field, node]) => {
      return `\`${field}\` (${typeText(node)}${required.includes(field) ? '' : ', optional'})`;
    });
}

/** The text of a section, up to the next heading. */
function section(heading: string): string {
  const start = doc.indexOf(`\n${heading}\n`);
  if (start === -1) throw new Error(`docs/event-log.md has no section "${heading}"`);
  const rest = doc.slice(start + heading.length + 2);
  const end = rest.search(/^#/m);
  return end === -1 ? rest : rest.slice(0, end);
}

const bullets = (text: string): string[] => [...text.matchAll(/^- (.+)$/gm)].map(([, line]) => line ?? '');
const types = Object.keys(definitions).filter((name) => name !== 'header');

it.each(types)('docs/event-log.md describes every field of %s', (type) => {
  const lines = bullets(section(`### \`${type}\``));
  expect(lines.map((line) => line.replace(/\): .*$/, ')'))).toEqual(expectedFields(type));
});

it('docs/event-log.md describes the header', () => {
  const lines = bullets(section('### Header'));
  expect(lines.map((line) => line.replace(/\): .*$/, ')'))).toEqual(expectedFields('header'));
});

it('docs/event-log.md describes no event type that does not exist', () => {
  const described = [...doc.matchAll(/^### `([a-z]+\.[a-zA-Z]+)`$/gm)].map(([, type]) => type);
  expect(described.sort()).toEqual([...types].sort());
});

it.each(Object.entries(lists))('docs/event-log.md explains each %s', (link, values) => {
  const anchor = /#(.*)\)/.exec(link)?.[1] ?? '';
  const heading = anchor.slice(0, 1).toUpperCase() + anchor.slice(1).replaceAll('-', ' ');
  const names = bullets(section(`### ${heading}`)).map((line) => /^`(\w+)`: /.exec(line)?.[1]);
  expect(names).toEqual(values);
});
