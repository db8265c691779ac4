import type { MessageLoss } from '@quorum/events';
import type { Rng } from '@quorum/env';
import type { ChannelSpec } from './channel-spec.js';
import { corrupt } from './corrupt.js';
import { within, type Place } from './within.js';

/** A message on its way. */
export interface Transmission {
  readonly from: number;
  readonly text: string;
}

/** The world at the moment of sending. */
export interface ChannelView {
  /** Virtual time, microseconds. */
  readonly time: number;
  /** Where a seat's body is, metres; null when it is not in the world. */
  position(seat: number): Place | null;
  /** Random numbers of this message by name path, the same at every call with the same names. */
  rng(...names: readonly (string | number)[]): Rng;
}

/** When the last message that was not held back reaches each seat, by sender: virtual time; 0 or absent for none. */
export type LastDelivery = readonly (number | undefined)[];

/** A message that will not reach a recipient. */
export interface Lost {
  readonly to: number;
  readonly lost: MessageLoss;
}

/** A message that will reach a recipient. */
export interface Delivery {
  readonly to: number;
  readonly delayMicros: number;
  /** 1; 2 for a duplicate. */
  readonly copy: number;
  /** What arrives in place of the text; its claims are lost with it. */
  readonly corrupted?: string;
  /** Who seems to have sent it, where that is somebody else. */
  readonly seeming?: number;
  /** Held back: messages sent later may arrive earlier. */
  readonly held?: true;
}

export type Outcome = Lost | Delivery;

/** Most that reordering holds a message back. */
const MOST_HELD_MICROS = 5_000_000;

/**
 * What becomes of a message for each recipient, in seat order, copies in order. Each question has random numbers of its
 * own, by recipient and copy: turning one knob moves no draw of another, and a higher chance hits the same cases and more.
 *
 * - Partition, range and loss are judged for each recipient at the moment of sending, in this order.
 * - A delivery takes the latency plus up to the jitter, drawn for each copy.
 * - Messages of one sender to one recipient arrive in the order they were sent, duplicates before later messages: what
 *   would overtake waits and arrives at the same instant, after the other. Only what reordering holds back may be overtaken.
 *
 * @param lastDelivery of this sender; `noteDeliveries` keeps it
 */
export function transmit(
  spec: ChannelSpec,
  message: Transmission,
  to: readonly number[],
  view: ChannelView,
  lastDelivery: LastDelivery,
): Outcome[] {
  return [...to]
    .sort((a, b) => a - b)
    .flatMap((seat): Outcome[] => {
      const lost = lossOf(spec, message.from, seat, view);
      if (lost !== null) return [{ to: seat, lost }];
      const first = deliver(spec, message, { to: seat, copy: 1 }, view, lastDelivery[seat] ?? 0);
      if (!happens(spec.duplication, () => view.rng('duplication', seat))) return [first];
      const after = first.held ? (lastDelivery[seat] ?? 0) : view.time + first.delayMicros;
      return [first, deliver(spec, message, { to: seat, copy: 2 }, view, after)];
    });
}

/** When the last message reaches each seat, after one more. */
export function noteDeliveries(
  lastDelivery: LastDelivery,
  outcomes: readonly Outcome[],
  time: number,
): LastDelivery {
  const after = [...lastDelivery];
  for (const outcome of outcomes) {
    if ('lost' in outcome || outcome.held) continue;
    after[outcome.to] = time + outcome.delayMicros;
  }
  return after;
}

function lossOf(spec: ChannelSpec, from: number, to: number, view: ChannelView): MessageLoss | null {
  if (!connected(spec.partitions, from, to, view.time)) return 'partition';
  if (spec.rangeMeters !== null && !within(view.position(from), view.position(to), spec.rangeMeters)) {
    return 'out_of_range';
  }
  return happens(spec.loss, () => view.rng('loss', to)) ? 'loss' : null;
}

/** Two seats reach each other if in every window of this instant some group holds both. */
function connected(partitions: ChannelSpec['partitions'], from: number, to: number, time: number): boolean {
  return partitions.every(
    ({ fromSeconds, toSeconds, groups }) =>
      time < toMicros(fromSeconds) ||
      time >= toMicros(toSeconds) ||
      groups.some((group) => group.includes(from) && group.includes(to)),
  );
}

function deliver(
  spec: ChannelSpec,
  { text }: Transmission,
  { to, copy }: { readonly to: number; readonly copy: number },
  view: ChannelView,
  notBefore: number,
): Delivery {
  const jitter =
    spec.jitterSeconds > 0
      ? Math.floor(view.rng('jitter', to, copy).uniform() * toMicros(spec.jitterSeconds))
      : 0;
  const travel = toMicros(spec.latencySeconds) + jitter;
  const order = spec.reordering > 0 ? view.rng('reordering', to, copy) : null;
  const held = order !== null && order.uniform() < spec.reordering;
  const delayMicros = held
    ? travel + Math.ceil(order.uniform() * MOST_HELD_MICROS)
    : Math.max(travel, notBefore - view.time);
  const arrives =
    spec.corruption > 0 ? corrupt(text, spec.corruption, view.rng('corruption', to, copy)) : text;
  return {
    to,
    delayMicros,
    copy,
    ...(arrives === text ? {} : { corrupted: arrives }),
    ...(held ? { held } : {}),
  };
}

/** Most channels are perfect: what cannot happen is not drawn. */
const happens = (share: number, rng: () => Rng): boolean => share > 0 && rng().uniform() < share;

const toMicros = (seconds: number): number => Math.round(seconds * 1_000_000);
