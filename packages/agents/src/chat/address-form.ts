import type { TalkView } from '../contract/message.js';

const FORMS: Readonly<Record<TalkView['addressing'], string>> = {
  any: '[numbers of agents], or "all", or {"role": a role}, or {"near": id of a body, "meters": how far}',
  unicast: '[number of one agent]',
  multicast: '[numbers of agents]',
  broadcast: '"all"',
};

/** How an answer addresses a message, in words. */
export const addressForm = (addressing: TalkView['addressing']): string => FORMS[addressing];
