import type { Claim, MessageKind } from '@quorum/events';

/** A message as an agent receives it. */
export interface Message {
  /** `seq` of the event that sent it; a duplicate has the same. */
  readonly id: number;
  readonly from: number;
  readonly kind: MessageKind;
  readonly text: string;
  /** The task it is about, or null. */
  readonly task: string | null;
  readonly claims: readonly Claim[];
  /** Somebody has to act on it. */
  readonly work: boolean;
  /** Virtual time at which it was sent and delivered, microseconds. */
  readonly sent: number;
  readonly delivered: number;
}

/**
 * Whom a message is for. Whatever it says, it reaches only seats that may be addressed at that moment.
 * - seat numbers: unicast or multicast
 * - `all`: broadcast to everybody who may be addressed
 * - `role`: everybody with a role of the structure, `leader`
 * - `near`: whoever is within `meters` of a body at that moment
 */
export type Address =
  readonly number[] | 'all' | { readonly role: string } | { readonly near: string; readonly meters: number };

/** What an agent wants to say. */
export interface MessageDecision {
  readonly to: Address;
  readonly text: string;
  /** `text` where left out, and on channels without typed messages. */
  readonly kind?: MessageKind;
  readonly task?: string | null;
  /** Dropped on channels without typed messages. */
  readonly claims?: readonly Claim[];
  /** True where left out for `request`, `propose`, `query` and `text`. */
  readonly work?: boolean;
}

/** What is left of a seat's budget for talking; null where there is no limit. */
export interface TalkBudget {
  readonly messages: number | null;
  readonly tokens: number | null;
  readonly bytes: number | null;
  /** Most tokens of one message. */
  readonly tokensPerMessage: number | null;
}

/** A seat's place in the structure, and what it may say now. */
export interface TalkView {
  readonly structure: string;
  readonly topology: string;
  readonly protocol: string;
  /** What the protocol says of itself, `Protocol.summary`. */
  readonly protocolSummary: string;
  /** Role of each seat of the team, in seat order. */
  readonly roles: readonly string[];
  /** Seats that it may ever address, and seats that may ever address it, as the graph stands now. */
  readonly contacts: readonly number[];
  readonly heardFrom: readonly number[];
  /** Seats that it may address in this activation; empty when it is not its turn or the gate is closed. */
  readonly addressees: readonly number[];
  /** Whether messages may have kinds and claims. */
  readonly typed: boolean;
  readonly addressing: 'any' | 'unicast' | 'multicast' | 'broadcast';
  readonly budget: TalkBudget;
}
