import { talkBudget } from '../channel/budget.js';
import type { TalkView } from '../contract/message.js';
import type { EpisodeContext } from './episode-context.js';

/** What a seat is told of its place in the structure, and whom it may address in this activation. */
export function viewTalk(context: EpisodeContext, seat: number, addressees: readonly number[]): TalkView {
  const { header, protocol, roles, channel, links, simulation } = context;
  return {
    structure: header.structure,
    topology: header.topology.name,
    protocol: protocol.name,
    protocolSummary: protocol.summary,
    roles,
    contacts: links.graph.out[seat] ?? [],
    heardFrom: links.heardFrom[seat] ?? [],
    addressees,
    typed: channel.form === 'typed',
    addressing: channel.addressing,
    budget: talkBudget(channel, context.seat(seat).ledger, simulation.tick),
  };
}
