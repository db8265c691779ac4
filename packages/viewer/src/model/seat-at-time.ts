import type { MessageDelivered } from '@quorum/events';
import type { Activation } from './activations.js';
import type { EpisodeModel } from './episode-model.js';
import { lastAtOrBefore } from './last-at-or-before.js';
import type { Message } from './talk.js';

/** A call of an agent and its place among those of its seat. */
export interface PlacedActivation {
  /** From 0. */
  readonly index: number;
  readonly activation: Activation;
}

/**
 * The call to show of a seat at a moment: the one chosen as long as the moment lies within it, else the last that had
 * begun.
 *
 * @param chosen `seq` of the start of the call that was chosen
 */
export function activationAt(
  { activations }: EpisodeModel,
  seat: number,
  time: number,
  chosen: number | null = null,
): PlacedActivation | null {
  const own = activations[seat] ?? [];
  const last = lastAtOrBefore(own, time, ({ started }) => started.time);
  const picked = own.findIndex(({ started }) => started.seq === chosen);
  const index = picked !== -1 && covers(own[picked], time) ? picked : last;
  const activation = own[index];
  return activation === undefined ? null : { index, activation };
}

function covers(activation: Activation | undefined, time: number): boolean {
  if (activation === undefined) return false;
  const { started, ended } = activation;
  return started.time <= time && time <= (ended?.time ?? Infinity);
}

/** A message as it came to a seat. */
export interface Received {
  /** `seq` of its sending; null where the log does not say. */
  readonly seq: number | null;
  /** Who sent it, as far as the recipient can tell. */
  readonly from: number;
  /** Arrival, virtual microseconds. */
  readonly time: number;
  readonly kind: Message['kind'] | null;
  /** What arrived. */
  readonly text: string;
}

/** The messages that a call was shown as new. */
export function inboxOf(model: EpisodeModel, { shown }: Activation): Received[] {
  return (shown?.inputs ?? []).flatMap((seq) => {
    const event = model.events[seq];
    return event?.type === 'message.delivered' ? [received(model, event)] : [];
  });
}

/** What had arrived by a moment and no call of the seat had been shown by then. */
export function waitingFor(model: EpisodeModel, seat: number, time: number): Received[] {
  const shown = new Set(
    (model.activations[seat] ?? [])
      .filter(({ started }) => started.time <= time)
      .flatMap((each) => each.shown?.inputs ?? []),
  );
  return model.talk.deliveries
    .filter((each) => each.seat === seat && each.time <= time && !shown.has(each.seq))
    .map((each) => received(model, each));
}

function received({ talk }: EpisodeModel, delivery: MessageDelivered): Received {
  const { inputs, from, time, corrupted } = delivery;
  const message = inputs.map((seq) => talk.bySeq.get(seq)).find((each) => each !== undefined);
  const { seq = null, kind = null, text = '' } = message ?? {};
  return { seq, from, time, kind, text: corrupted ?? text };
}

/** Tokens as the log counts them. */
export interface TokenCount {
  readonly calls: number;
  readonly input: number;
  /** Hidden reasoning included. */
  readonly output: number;
}

/** Tokens of one call of an agent. */
export function tokensOf({ calls }: Activation): TokenCount {
  return {
    calls: calls.length,
    input: calls.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
    output: calls.reduce((sum, { outputTokens, reasoningTokens }) => sum + outputTokens + reasoningTokens, 0),
  };
}

/** Tokens of a seat up to and with the calls that had begun by a moment. */
export function tokensBy({ activations }: EpisodeModel, seat: number, time: number): TokenCount {
  const counts = (activations[seat] ?? []).filter(({ started }) => started.time <= time).map(tokensOf);
  return {
    calls: counts.reduce((sum, { calls }) => sum + calls, 0),
    input: counts.reduce((sum, { input }) => sum + input, 0),
    output: counts.reduce((sum, { output }) => sum + output, 0),
  };
}
