import type { TalkView } from '../../contract/message.js';
import { nameSeats, readSeats } from './notation.js';

/** What the section `talk` tells: who the reader is, and what it may say to whom now. */
export interface PromptTalk extends Pick<
  TalkView,
  'roles' | 'addressees' | 'typed' | 'addressing' | 'budget'
> {
  readonly seat: number;
}

const FORMS: Readonly<Record<TalkView['addressing'], string>> = {
  any: 'a list of agents, all of them, a role, or whoever is near a body',
  unicast: 'one agent',
  multicast: 'a list of agents',
  broadcast: 'all of them at once',
};
const LIMITS = ['messages', 'tokens', 'bytes'] as const;

/** Who the reader is and its team; then what it may say, or that it may say nothing. */
export function renderTalk({ seat, roles, addressees, typed, addressing, budget }: PromptTalk): string {
  const limits = [
    ...LIMITS.flatMap((name) => (budget[name] === null ? [] : [`${budget[name]} ${name}`])),
    ...(budget.tokensPerMessage === null ? [] : [`${budget.tokensPerMessage} tokens per message`]),
  ];
  return [
    `You are agent ${seat}.`,
    `Roles, from agent 0 on: ${roles.join('; ')}.`,
    `You may now address: ${nameSeats(addressees)}.`,
    `Address (${addressing}): ${FORMS[addressing]}.`,
    typed ? 'Messages are speech acts and may carry claims.' : 'Messages are free text.',
    `Left to say: ${limits.length === 0 ? 'no limit' : limits.join(', ')}.`,
  ].join('\n');
}

/** The inverse of `renderTalk`. */
export function readTalk(body: string): PromptTalk {
  const find = (pattern: RegExp): string => pattern.exec(body)?.[1] ?? '';
  const left = find(/^Left to say: (.*)\.$/m);
  const limit = (name: string): number | null => {
    const count = new RegExp(`(?:^|, )(\\d+) ${name}(?:,|$)`).exec(left)?.[1];
    return count === undefined ? null : Number(count);
  };
  return {
    seat: Number(find(/^You are agent (\d+)\.$/m)),
    roles: find(/^Roles, from agent 0 on: (.*)\.$/m).split('; '),
    addressees: readSeats(find(/^You may now address: (.*)\.$/m)),
    addressing: find(/^Address \((\w+)\)/m) as TalkView['addressing'],
    typed: body.includes('\nMessages are speech acts'),
    budget: {
      messages: limit('messages'),
      tokens: limit('tokens'),
      bytes: limit('bytes'),
      tokensPerMessage: limit('tokens per message'),
    },
  };
}
