import { secondsToTicks, type MessageRefusal } from '@quorum/events';
import type { TalkBudget } from '../contract/message.js';
import type { ChannelSpec } from './channel-spec.js';

/** What a seat has said in a window, as plain JSON. */
export interface TalkLedger {
  /** Number of the window, from 0. */
  readonly window: number;
  readonly messages: number;
  readonly tokens: number;
  readonly bytes: number;
}

/** Length of a message. */
export interface MessageSize {
  /** By the pinned tokenizer. */
  readonly tokens: number;
  /** Of UTF-8. */
  readonly bytes: number;
}

type BudgetSpec = Pick<ChannelSpec, 'messages' | 'tokens' | 'bytes' | 'windowSeconds' | 'tokensPerMessage'>;

/** A seat that has said nothing. */
export const FRESH_LEDGER: TalkLedger = { window: 0, messages: 0, tokens: 0, bytes: 0 };

/**
 * The ledger as it counts at a tick. Windows follow one another from the start of the episode: those of 10 s are ticks
 * 0 to 599, 600 to 1199, … Nothing is carried over. Without `windowSeconds` the episode is one window.
 */
function ledgerAt({ windowSeconds }: BudgetSpec, ledger: TalkLedger, tick: number): TalkLedger {
  const window = windowSeconds === null ? 0 : Math.floor(tick / Math.max(1, secondsToTicks(windowSeconds)));
  return window === ledger.window ? ledger : { ...FRESH_LEDGER, window };
}

/** What is left for the seat in the window of this tick. */
export function talkBudget(spec: BudgetSpec, ledger: TalkLedger, tick: number): TalkBudget {
  const spent = ledgerAt(spec, ledger, tick);
  const left = (most: number | null, used: number): number | null => (most === null ? null : most - used);
  return {
    messages: left(spec.messages, spent.messages),
    tokens: left(spec.tokens, spent.tokens),
    bytes: left(spec.bytes, spent.bytes),
    tokensPerMessage: spec.tokensPerMessage,
  };
}

/** Why the seat may not send a message of this length now, or null. A refused message costs nothing. */
export function refusalFor(
  spec: BudgetSpec,
  ledger: TalkLedger,
  tick: number,
  { tokens, bytes }: MessageSize,
): MessageRefusal | null {
  const left = talkBudget(spec, ledger, tick);
  const over = (size: number, most: number | null): boolean => most !== null && size > most;
  if (over(tokens, left.tokensPerMessage)) return 'too_long';
  if (over(1, left.messages)) return 'message_budget';
  if (over(tokens, left.tokens)) return 'token_budget';
  if (over(bytes, left.bytes)) return 'byte_budget';
  return null;
}

/** The ledger after a message. It costs the same however many seats it is sent to, and whether or not it arrives. */
export function spend(
  spec: BudgetSpec,
  ledger: TalkLedger,
  tick: number,
  { tokens, bytes }: MessageSize,
): TalkLedger {
  const spent = ledgerAt(spec, ledger, tick);
  return {
    window: spent.window,
    messages: spent.messages + 1,
    tokens: spent.tokens + tokens,
    bytes: spent.bytes + bytes,
  };
}
