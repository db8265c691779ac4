import type { EpisodeHeader } from '@quorum/events';

/** What the channel's options may add, seconds: docs/channel.md. */
const REORDERING_SECONDS = 5;
const CONTENT_DELAYED_SECONDS = 10;

/** The longest that a message may be on its way by what the header says of the channel, virtual seconds. */
export function longestTravel({ channel }: Pick<EpisodeHeader, 'channel'>): number {
  const seconds = (option: string): number => {
    const value = channel[option];
    return typeof value === 'number' ? value : 0;
  };
  return (
    seconds('latencySeconds') +
    seconds('jitterSeconds') +
    (seconds('reordering') > 0 ? REORDERING_SECONDS : 0) +
    (channel['content'] === 'delayed' ? CONTENT_DELAYED_SECONDS : 0)
  );
}
