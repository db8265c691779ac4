import { MESSAGE_KINDS, type Claim, type MessageKind } from '@quorum/events';
import type { Address, Message } from '../../contract/message.js';
import { nameSeats, QUOTED, readSeats, seconds, toLine } from './notation.js';

/** A message as prompts tell it. */
export interface PromptMessage {
  /** Virtual time at which it was sent, microseconds; told to a tenth of a second. */
  readonly sent: number;
  /** Who sent it; null for the reader itself. */
  readonly from: number | null;
  /** Whom the reader sent it to; null for messages of others. */
  readonly to: Address | null;
  readonly kind: MessageKind;
  readonly text: string;
  /** The task it is about, or null. */
  readonly task: string | null;
  readonly claims: readonly Claim[];
  /** Somebody has to act on it. */
  readonly work: boolean;
}

const LINE = new RegExp(
  String.raw`^- (\d+\.\d) s, (?:from agent (\d+)|you to (all|agents? [\d, ]+|nobody|role ${QUOTED}|within [\d.e+-]+ m of ${QUOTED})), ` +
    `(${MESSAGE_KINDS.join('|')})( to act on)?(?:, about (${QUOTED}))?: (${QUOTED})(?: claims (.*))?$`,
);

/**
 * One line: `- 12.3 s, from agent 2, request to act on, about "b3.left": "Come to b3." claims [{…}]`. Texts are JSON
 * strings, so a message stays on its line whatever it says.
 */
export function renderMessage(message: PromptMessage): string {
  const { sent, from, to, kind, text, task, claims, work } = message;
  const who = from === null ? `you to ${renderAddress(to ?? [])}` : `from agent ${from}`;
  const about = task === null ? '' : `, about ${toLine(task)}`;
  const claimed = claims.length === 0 ? '' : ` claims ${toLine(claims)}`;
  return `- ${seconds(sent)}, ${who}, ${kind}${work ? ' to act on' : ''}${about}: ${toLine(text)}${claimed}`;
}

/** The messages in a section, in order: the inverse of `renderMessage`, line by line. Other lines are left out. */
export function readMessages(body: string): PromptMessage[] {
  return body.split('\n').flatMap((line) => {
    const match = LINE.exec(line);
    if (match === null) return [];
    const [, time = '', from, to, kind, work, task, text = '""', claims = '[]'] = match;
    return [
      {
        sent: Math.round(Number(time) * 10) * 100_000,
        from: from === undefined ? null : Number(from),
        to: to === undefined ? null : readAddress(to),
        kind: kind as MessageKind,
        text: JSON.parse(text) as string,
        task: task === undefined ? null : (JSON.parse(task) as string),
        claims: JSON.parse(claims) as Claim[],
        work: work !== undefined,
      },
    ];
  });
}

/** A delivered message as prompts tell it. */
export function tellMessage({ sent, from, kind, text, task, claims, work }: Message): PromptMessage {
  return { sent, from, to: null, kind, text, task, claims, work };
}

/** `all`, `agents 1, 2`, `role "leader"`, `within 3 m of "b1"`. */
function renderAddress(to: Address): string {
  if (to === 'all') return 'all';
  if ('role' in to) return `role ${toLine(to.role)}`;
  if ('near' in to) return `within ${to.meters} m of ${toLine(to.near)}`;
  return nameSeats(to);
}

function readAddress(text: string): Address {
  if (text === 'all') return 'all';
  if (text.startsWith('role ')) return { role: JSON.parse(text.slice('role '.length)) as string };
  const near = /^within (\S+) m of (.*)$/.exec(text);
  if (near !== null) return { near: JSON.parse(near[2] ?? '""') as string, meters: Number(near[1]) };
  return readSeats(text);
}
