import type { MessageKind } from '@quorum/events';
import type { Rng } from '@quorum/env';
import type { PromptMessage } from '../chat/prompt-sections.js';
import { paraphrase } from './paraphrase.js';

/**
 * What a probe makes of a message.
 *
 * - `as-is`: nothing
 * - `blank`: it came, but without kind, task, words and claims
 * - `shuffled`: its words in random order, without task and claims, as in the control condition `scrambled`
 * - `paraphrased`: other words for the same, by rules; kind, task and claims stay. What this changes is noise
 * - `contradicted`: the opposite kind about the same task, and words that say the opposite instead of its own, no claims
 */
export const PROBE_VARIANTS = ['as-is', 'blank', 'shuffled', 'paraphrased', 'contradicted'] as const;
export type ProbeVariant = (typeof PROBE_VARIANTS)[number];

/** Kinds with the contrary intent; those that are not listed are their own. */
const CONTRARY: Partial<Record<MessageKind, MessageKind>> = {
  request: 'cancel',
  propose: 'cancel',
  commit: 'cancel',
  cancel: 'commit',
  accept: 'refuse',
  refuse: 'accept',
  confirm: 'failure',
  failure: 'confirm',
};

/** A message as a variant of a probe tells it. Sender and time stay. */
export function varyMessage(message: PromptMessage, variant: ProbeVariant, rng: Rng): PromptMessage {
  switch (variant) {
    case 'as-is':
      return message;
    case 'blank':
      return { ...message, kind: 'text', task: null, text: '', claims: [], work: false };
    case 'shuffled':
      return { ...message, task: null, text: shuffle(message.text, rng), claims: [] };
    case 'paraphrased':
      return { ...message, text: paraphrase(message.text) };
    case 'contradicted': {
      const kind = CONTRARY[message.kind] ?? message.kind;
      return { ...message, kind, text: sayContrary(kind, message.task), claims: [] };
    }
  }
}

/**
 * The contrary of a message in words, by its contrary kind. Nothing of the message is repeated but its task: who reads a
 * request and is then told not to heed it has still read the request.
 */
function sayContrary(kind: MessageKind, task: string | null): string {
  const it = task ?? 'it';
  switch (kind) {
    case 'commit':
    case 'accept':
      return `I take ${it}.`;
    case 'refuse':
      return `I cannot take ${it}.`;
    case 'cancel':
      return `Do not take ${it}: nobody is wanted for it.`;
    case 'confirm':
      return `All went well with ${it}.`;
    case 'failure':
      return `It went wrong with ${it}.`;
    default:
      return `Whatever you have heard about ${task ?? 'this'} is wrong: the opposite is true.`;
  }
}

/** The words in random order (Fisher and Yates). */
function shuffle(text: string, rng: Rng): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (let last = words.length - 1; last > 0; last--) {
    const place = rng.integer(0, last);
    [words[last], words[place]] = [words[place] ?? '', words[last] ?? ''];
  }
  return words.join(' ');
}
