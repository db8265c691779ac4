import type { Addressing } from '../protocol/protocol.js';
import type { EpisodeModel } from './episode-model.js';
import type { Message } from './talk.js';

/** What went from one seat to another up to a moment. */
export interface Traffic {
  readonly from: number;
  readonly to: number;
  /** Whether it may be addressed; null where that is not known. */
  readonly allowed: boolean | null;
  /** Messages in log order, lost ones among them. */
  readonly messages: readonly Message[];
  /** Of them, those of the last seconds. */
  readonly recent: number;
}

/** What counts as recent, virtual microseconds. */
export const RECENT_MICROS = 5e6;

/** All pairs of seats of which one may address the other, or did so up to a moment (virtual time, microseconds). */
export function trafficAt(
  { header, talk }: Pick<EpisodeModel, 'header' | 'talk'>,
  addressing: Addressing | null,
  time: number,
): Traffic[] {
  const pairs = new Map<string, { from: number; to: number; messages: Message[]; recent: number }>();
  const pair = (from: number, to: number) => {
    const key = `${from} ${to}`;
    const known = pairs.get(key) ?? { from, to, messages: [], recent: 0 };
    pairs.set(key, known);
    return known;
  };
  header.team.forEach((_, from) => addressing?.out[from]?.forEach((to) => pair(from, to)));
  for (const message of talk.messages) {
    if (message.time > time) break;
    for (const to of message.to) {
      const own = pair(message.seat, to);
      own.messages.push(message);
      if (message.time > time - RECENT_MICROS) own.recent += 1;
    }
  }
  return [...pairs.values()]
    .map((each) => ({ ...each, allowed: addressing?.out[each.from]?.includes(each.to) ?? null }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}
