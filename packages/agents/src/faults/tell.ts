import type { ChannelSpec } from '../channel/channel-spec.js';
import type { Address } from '../contract/message.js';

/** The seats of a list as an address that the channel takes: the first of them where it takes only one. */
export function tell({ addressing }: ChannelSpec, to: readonly number[]): Address {
  if (addressing === 'broadcast') return 'all';
  return addressing === 'unicast' ? to.slice(0, 1) : to;
}
