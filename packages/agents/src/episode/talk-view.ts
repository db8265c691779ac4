import type { TalkView } from '../contract/message.js';
import type { EpisodeContext } from './episode-context.js';

/** What a seat is told of its place in the structure, and whom it may address in this activation. */
export function viewTalk(context: EpisodeContext, seat: number, to: readonly number[]): TalkView {
  const { header, roles, channel, links } = context;
  return {
    structure: header.structure,
    topology: header.topology.name,
    protocol: header.protocol.name,
    protocolSummary: context.protocol.summary,
    roles,
    contacts: links.graph.out[seat] ?? [],
    heardFrom: links.heardFrom[seat] ?? [],
    addressees: to,
    typed: channel.form === 'typed',
    addressing: channel.addressing,
    budget: { messages: null, tokens: null, bytes: null, tokensPerMessage: channel.tokensPerMessage },
  };
}
