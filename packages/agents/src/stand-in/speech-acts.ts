import type { PromptMessage } from '../chat/prompt-sections.js';

/** What a message does, about one task. */
export type SpeechAct =
  /** The speaker will work on it. */
  | { readonly act: 'commit'; readonly task: string }
  /** The speaker is working on it. */
  | { readonly act: 'work'; readonly task: string }
  /** It will, in answer to a request. Heard as `commit`. */
  | { readonly act: 'accept'; readonly task: string }
  /** The speaker wants a seat to work on it. */
  | { readonly act: 'request'; readonly task: string; readonly of: number }
  /** The speaker will not work on it (any more). */
  | { readonly act: 'refuse'; readonly task: string }
  /** Nothing is left to do. */
  | { readonly act: 'done'; readonly task: string };

/** An act as a sentence that `hearActs` understands. */
export function sayAct(act: SpeechAct): string {
  switch (act.act) {
    case 'commit':
    case 'accept':
      return `I take ${act.task}.`;
    case 'work':
      return `I am at ${act.task}.`;
    case 'request':
      return `Agent ${act.of}: please take ${act.task}.`;
    case 'refuse':
      return `I cannot take ${act.task}.`;
    case 'done':
      return `${act.task} is done.`;
  }
}

/** An id: no spaces, and signs that end a sentence or clause only inside. */
const TASK = String.raw`["']?([^\s"']*[^\s"'.,;:!?])["']?`;
const SENTENCES: readonly {
  readonly pattern: RegExp;
  readonly read: (groups: readonly (string | undefined)[]) => SpeechAct;
}[] = [
  {
    pattern: new RegExp(`\\bI(?:'ll| will)? take ${TASK}`, 'gi'),
    read: ([task = '']) => ({ act: 'commit', task }),
  },
  {
    pattern: new RegExp(`\\bI am at ${TASK}`, 'gi'),
    read: ([task = '']) => ({ act: 'work', task }),
  },
  {
    pattern: new RegExp(`\\bagent (\\d+): please take ${TASK}`, 'gi'),
    read: ([of, task = '']) => ({ act: 'request', task, of: Number(of) }),
  },
  {
    pattern: new RegExp(`\\bI cannot take ${TASK}`, 'gi'),
    read: ([task = '']) => ({ act: 'refuse', task }),
  },
  {
    pattern: new RegExp(`${TASK} is done\\b`, 'gi'),
    read: ([task = '']) => ({ act: 'done', task }),
  },
];

/** The acts in a free text, in its order. */
export function hearActs(text: string): SpeechAct[] {
  return SENTENCES.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].map((found) => ({ at: found.index, act: read(found.slice(1)) })),
  )
    .sort((a, b) => a.at - b.at)
    .map(({ act }) => act);
}

/**
 * The acts of a message: what its text says and what its kind means for its task.
 *
 * @param recipients seats that a request without names is for
 */
export function actsOf(message: PromptMessage, recipients: readonly number[]): SpeechAct[] {
  const said = hearActs(message.text);
  const { kind, task } = message;
  if (task === null || said.some((act) => act.task === task)) return said;
  return [...said, ...actsOfKind(kind, task, recipients)];
}

function actsOfKind(kind: PromptMessage['kind'], task: string, recipients: readonly number[]): SpeechAct[] {
  switch (kind) {
    case 'commit':
    case 'accept':
      return [{ act: 'commit', task }];
    case 'request':
    case 'propose':
      return recipients.map((of) => ({ act: 'request', task, of }));
    case 'refuse':
    case 'cancel':
    case 'failure':
      return [{ act: 'refuse', task }];
    default:
      return [];
  }
}
