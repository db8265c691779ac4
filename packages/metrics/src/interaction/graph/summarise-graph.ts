import type { EventRecord, GraphState } from './graph-state.js';
import { lineageOf } from './lineage.js';

/** What became of messages at their recipients: a message counts once for each. */
export interface Deliveries {
  readonly count: number;
  readonly consumed: number;
  readonly delayed: number;
  readonly rerouted: number;
  readonly discarded: number;
}

/** Reactions to what was said and done. */
export interface Reactions {
  /** From sending until the activation that was shown a message decided, microseconds; null without. */
  readonly meanMicros: number | null;
  /** Of what was reacted to, how much nobody had said; null without. */
  readonly implicitShare: number | null;
  /** Pairs of seats that took in words of each other, over pairs in which one did; null without. */
  readonly reciprocity: number | null;
}

export const messagesOf = ({ events }: GraphState): EventRecord[] =>
  [...events.values()].filter(({ kind }) => kind === 'message');

export function countDeliveries(messages: readonly EventRecord[]): Deliveries {
  const counts = { count: 0, consumed: 0, delayed: 0, rerouted: 0, discarded: 0 };
  for (const { receipts } of messages) {
    for (const { fate, delayedAt, handedOn } of receipts) {
      counts.count += 1;
      if (fate === 'consumed') counts.consumed += 1;
      if (fate === 'discarded') counts.discarded += 1;
      if (delayedAt !== null) counts.delayed += 1;
      if (handedOn) counts.rerouted += 1;
    }
  }
  return counts;
}

export function measureReactions(graph: GraphState, messages: readonly EventRecord[]): Reactions {
  /** By seat, whose words it took in. */
  const heard = graph.seats.map(() => new Set<number>());
  let waits = 0;
  let waitMicros = 0;
  let told = 0;
  for (const { seats, receipts, time } of messages) {
    for (const { fate, seat, activation } of receipts) {
      if (fate !== 'consumed') continue;
      told += 1;
      heard[seat]?.add(seats[0] ?? -1);
      const end = graph.activations.get(activation ?? -1)?.end ?? null;
      if (end === null) continue;
      waits += 1;
      waitMicros += end.time - time;
    }
  }
  const seen = [...graph.activations.values()].reduce((sum, { perceived }) => sum + perceived.length, 0);
  return {
    meanMicros: waits === 0 ? null : waitMicros / waits,
    implicitShare: seen + told === 0 ? null : seen / (seen + told),
    reciprocity: reciprocityOf(heard),
  };
}

function reciprocityOf(heard: readonly ReadonlySet<number>[]): number | null {
  let pairs = 0;
  let mutual = 0;
  for (const [seat, others] of heard.entries()) {
    pairs += others.size;
    for (const other of others) mutual += heard[other]?.has(seat) ? 1 : 0;
  }
  return pairs === 0 ? null : mutual / pairs;
}

/**
 * Activations that points go back to, by seat: through messages, turns of talk and what others had done to the block;
 * not through the earlier plans of a seat, behind which lies everything that it ever did.
 */
export function contributions(graph: GraphState): number[] {
  const scored = [...graph.events.values()].filter(({ kind }) => kind === 'score');
  const lineage = lineageOf(
    graph,
    scored.flatMap(({ producers }) => producers),
    { plans: false, implicit: true },
  );
  const bySeat = graph.seats.map(() => 0);
  for (const id of lineage) {
    const seat = graph.activations.get(id)?.seat ?? -1;
    if (bySeat[seat] !== undefined) bySeat[seat] += 1;
  }
  return bySeat;
}
