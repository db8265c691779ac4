import { createRng } from '@quorum/env';
import { MESSAGE_KINDS } from '@quorum/events';
import { expect, it } from 'vitest';
import type { PromptMessage } from '../chat/prompt-sections.js';
import { actsOf } from '../stand-in/speech-acts.js';
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

it.each(MESSAGE_KINDS)('contradicts %s about its task without repeating its words', (kind) => {
  const own = { ...message, kind };
  const contrary = varyMessage(own, 'contradicted', createRng(1, 'test'));
  expect(contrary.text).toContain('block-3/push');
  expect(contrary.text).not.toContain('Agent 1');
  // The stand-in takes the words for what the contrary kind means, or for nothing.
  const heard = (said: PromptMessage) => actsOf({ ...said, text: '' }, [1]);
  expect(actsOf(contrary, [1])).toEqual(heard(contrary));
  if (heard(own).length > 0) expect(actsOf(contrary, [1])).not.toEqual(heard(own));
  expect(varyMessage({ ...own, task: null }, 'contradicted', createRng(1, 'test')).text).not.toContain(
    'block',
  );
});

it('paraphrases words and leaves ids, numbers, kind, task and claims', () => {
  expect(vary('paraphrased')).toEqual({
    ...message,
    text: 'To put it like this: Agent 1: kindly handle block-3/push. We require assist right away.',
  });
});
