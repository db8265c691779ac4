import { createRng } from '@quorum/env';
import { expect, it } from 'vitest';
import type { PromptMessage } from '../chat/prompt-sections.js';
import { PROBE_VARIANTS, varyMessage, type ProbeVariant } from './vary-message.js';

const message: PromptMessage = {
  sent: 1_000_000,
  from: 2,
  to: null,
  kind: 'request',
  text: 'Agent 1: please take block-3/push. We need help now.',
  task: 'block-3/push',
  claims: [{ type: 'blockWeight', block: 'block-3', weight: 2 }],
  work: true,
};
const vary = (variant: ProbeVariant): PromptMessage => varyMessage(message, variant, createRng(1, 'test'));
const words = (text: string): string[] => text.split(' ').sort();

it('changes what each variant says it changes, never sender and time', () => {
  for (const variant of PROBE_VARIANTS) expect(vary(variant)).toMatchObject({ sent: 1_000_000, from: 2 });
  expect(vary('as-is')).toBe(message);
  expect(vary('blank')).toMatchObject({ kind: 'text', task: null, text: '', claims: [], work: false });
  expect(vary('shuffled')).toMatchObject({ kind: 'request', task: null, claims: [] });
  expect(vary('shuffled').text).not.toBe(message.text);
  expect(words(vary('shuffled').text)).toEqual(words(message.text));
  expect(vary('contradicted')).toMatchObject({ kind: 'cancel', task: 'block-3/push', claims: [] });
});

it('paraphrases words and leaves ids, numbers, kind, task and claims', () => {
  expect(vary('paraphrased')).toEqual({
    ...message,
    text: 'To put it like this: Agent 1: kindly handle block-3/push. We require assist right away.',
  });
});
