import type { MessageRefusal } from '@quorum/events';
import { createRng } from '@quorum/env';
import { refusalFor, spend } from '../channel/budget.js';
import { resolveAddress } from '../channel/resolve-address.js';
import { controlContent } from '../channel/control-content.js';
import { noteDeliveries, transmit, type ChannelView } from '../channel/transmit.js';
import type { MessageDecision } from '../contract/message.js';
import { countTokens } from '../models/tokenizer.js';
import type { EpisodeContext } from './episode-context.js';
import type { DecisionEntry, SentMessage } from './episode-state.js';
import { enqueue } from './queue.js';
import { spoilOutcomes } from './spoil.js';

/** Kinds of message that somebody has to act on, unless the sender says otherwise. */
const WORK: ReadonlySet<string> = new Set(['request', 'propose', 'query', 'text']);

/**
 * Puts the messages of a decision into the channel.
 *
 * @param ended `seq` of the end of the activation
 * @returns the seats they were sent to, in seat order
 */
export function sendMessages(context: EpisodeContext, entry: DecisionEntry, ended: number): number[] {
  const sentTo = new Set<number>();
  for (const message of entry.decision?.messages ?? []) {
    for (const seat of sendOne(context, entry, message, ended)) sentTo.add(seat);
  }
  return [...sentTo].sort((a, b) => a - b);
}

function sendOne(
  context: EpisodeContext,
  entry: DecisionEntry,
  said: MessageDecision,
  ended: number,
): readonly number[] {
  const { seat } = entry;
  const { channel, simulation } = context;
  const refuse = (to: readonly number[], reason: MessageRefusal): void => {
    context.emit({ type: 'message.refused', seat, to, reason, inputs: [ended] });
  };
  // The graph may have changed since the seat was told whom it may address.
  const contacts = context.links.graph.out[seat] ?? [];
  const { to, refused } = resolveAddress(said.to, {
    from: seat,
    addressees: entry.to.filter((addressee) => entry.repair === true || contacts.includes(addressee)),
    roles: context.roles,
    addressing: channel.addressing,
    position: (of) => simulation.position(of),
  });
  for (const { to: meant, reason } of refused) refuse(meant, reason);
  if (to.length === 0) return [];

  const state = context.seat(seat);
  const size = sizeOf(said, channel.form === 'typed');
  const reason = entry.gateOpen ? refusalFor(channel, state.ledger, simulation.tick, size) : 'gate_closed';
  if (reason !== null) {
    refuse(to, reason);
    return [];
  }
  state.ledger = spend(channel, state.ledger, simulation.tick, size);
  release(context, entry, logSent(context, entry, said, { to, tokens: size.tokens, ended }), to);
  return to;
}

/** Length of what a message carries. Claims are words too: they would be a way round every budget. */
function sizeOf({ text, claims = [] }: MessageDecision, typed: boolean): { tokens: number; bytes: number } {
  const words = typed && claims.length > 0 ? `${text}\n${JSON.stringify(claims)}` : text;
  return { tokens: countTokens(words), bytes: Buffer.byteLength(words) };
}

/** Logs a message and has its claims judged at once. */
function logSent(
  context: EpisodeContext,
  { seat, purpose }: DecisionEntry,
  said: MessageDecision,
  { to, tokens, ended }: { readonly to: readonly number[]; readonly tokens: number; readonly ended: number },
): SentMessage {
  const typed = context.channel.form === 'typed';
  const { text, task = null } = said;
  const kind = typed ? (said.kind ?? 'text') : 'text';
  const claims = typed ? (said.claims ?? []) : [];
  const work = said.work ?? WORK.has(kind);
  const what = { kind, text, task, claims, work };
  const id = context.emit({ type: 'message.sent', seat, to, ...what, tokens, inputs: [ended] });
  claims.forEach((claim, i) => {
    const verdict = context.simulation.judge(claim);
    context.emit({ type: 'message.claimJudged', seat, claim: i, verdict, inputs: [id] });
  });
  return { id, from: seat, ...what, sent: context.now, sentFor: purpose };
}

/** Lets the channel decide what becomes of a message. */
function release(
  context: EpisodeContext,
  { seat: from, repair }: DecisionEntry,
  message: SentMessage,
  to: readonly number[],
): void {
  const { header, channel, simulation, now } = context;
  const state = context.seat(from);
  state.sent += 1;
  const view: ChannelView = {
    time: now,
    position: (seat) => simulation.position(seat),
    rng: (...names) => createRng(header.seed, 'channel', header.repeat, from, state.sent, ...names),
  };
  const said = { from, text: message.text, seats: header.team.length };
  const travelled = transmit(channel, said, to, view, state.lastDelivery);
  const meant = controlContent(channel.content, said, travelled, view);
  const outcomes = spoilOutcomes(context, message, meant);
  state.lastDelivery = noteDeliveries(state.lastDelivery, outcomes, now);
  for (const outcome of outcomes) {
    if ('lost' in outcome) {
      const { to: seat, lost: reason } = outcome;
      context.emit({ type: 'message.lost', seat, from, reason, inputs: [message.id] });
    } else {
      const { to: seat, delayMicros, copy, corrupted = null, seeming } = outcome;
      enqueue(context.team.queue, {
        kind: 'delivery',
        time: now + delayMicros,
        seat,
        message,
        copy,
        corrupted,
        ...(seeming === undefined ? {} : { seeming }),
        ...(repair === undefined ? {} : { repair }),
      });
    }
  }
}
