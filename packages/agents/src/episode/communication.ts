import type { EpisodeHeader } from '@quorum/events';
import type { ChannelSpec } from '../channel/channel-spec.js';
import type { Communication } from './episode-spec.js';

/** What recipients get of what is said, in the conditions that differ in nothing else. */
const CONTENT_OF = {
  'silent-matched': 'withheld',
  scrambled: 'scrambled',
  delayed: 'delayed',
  'random-sender': 'random-sender',
  'fixed-text': 'fixed-text',
} as const satisfies Partial<Record<Communication, ChannelSpec['content']>>;

type ContentCondition = keyof typeof CONTENT_OF;
const CONTENT_CONDITIONS = Object.keys(CONTENT_OF) as readonly ContentCondition[];

/** What recipients get of what is said; undefined where the condition leaves that to the structure. */
export function contentOf(communication: Communication): ChannelSpec['content'] | undefined {
  return CONTENT_CONDITIONS.includes(communication as ContentCondition)
    ? CONTENT_OF[communication as ContentCondition]
    : undefined;
}

/** The topology in which nobody can be addressed. */
export const NOBODY = 'none';

/** True when nobody can say a word to anybody. */
export function isMute({ topology }: Pick<EpisodeHeader, 'topology'>): boolean {
  return topology.name === NOBODY;
}

/** Whether the team of an episode talks: read off the header, whichever way it was asked for. */
export function communicationOf({
  topology,
  protocol,
  channel,
}: Pick<EpisodeHeader, 'topology' | 'protocol' | 'channel'>): Communication {
  if (protocol.options['sharedObservation'] === true) return 'shared-observation';
  if (topology.name === NOBODY) return 'no-comm';
  return CONTENT_CONDITIONS.find((condition) => CONTENT_OF[condition] === channel['content']) ?? 'talk';
}
