import { readFileSync } from 'node:fs';
import { parseTemplate, type Template } from './template.js';

/** Wordings of the system prompt: the same content in other words. */
export const WORDINGS = ['a', 'b', 'c'] as const;
export type Wording = (typeof WORDINGS)[number];

/** Prompt files besides the system prompts. */
const REQUESTS = [
  'plan',
  'repair',
  'speak',
  'reply',
  'interrupt',
  'solo',
  'messages-typed',
  'messages-free',
  'summarise',
] as const;

/** Name of a prompt file without its ending. */
export type PromptName = `system-${Wording}` | (typeof REQUESTS)[number];

/** All prompt files. */
export const PROMPTS: readonly PromptName[] = [
  ...WORDINGS.map((wording): PromptName => `system-${wording}`),
  ...REQUESTS,
];

const loaded = new Map<PromptName, Template>();

/** A prompt of the package, read once. */
export function prompt(name: PromptName): Template {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const file = readFileSync(new URL(`../../prompts/${name}.md`, import.meta.url), 'utf8');
  const template = parseTemplate(name, file);
  loaded.set(name, template);
  return template;
}

/** Versions of the prompts that an agent with this wording uses, `{ 'prompt.plan': '1' }`. */
export function promptVersions(wording: Wording): Readonly<Record<string, string>> {
  const used = PROMPTS.filter((name) => !name.startsWith('system-') || name === `system-${wording}`);
  return Object.fromEntries(used.map((name) => [`prompt.${name}`, String(prompt(name).version)]));
}
