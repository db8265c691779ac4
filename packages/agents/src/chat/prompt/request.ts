import type { Purpose } from '@quorum/events';
import { nameSeats, readSeats } from './notation.js';

/** What a prompt asks for: a decision for one of the loop's purposes, or a summary of old messages. */
export type RequestPurpose = Purpose | 'summarise';

/** What the section `request` begins with. */
export interface PromptRequest {
  readonly purpose: RequestPurpose;
  /** Seats to plan for; empty unless one mind plans for several. */
  readonly seats: readonly number[];
}

/** The purpose in one line, then in words what to answer. */
export function renderRequest({ purpose, seats }: PromptRequest, text: string): string {
  return `Purpose: ${purpose}${seats.length === 0 ? '' : ` for ${nameSeats(seats)}`}\n${text}`;
}

/** The purpose that a request names; null for a text that is no request. */
export function readRequest(body: string): PromptRequest | null {
  const [, purpose, seats = ''] =
    /^Purpose: (plan|speak|reply|interrupt|repair|summarise)(?: for (agents? [\d, ]+))?(?:\n|$)/.exec(body) ??
    [];
  return purpose === undefined ? null : { purpose: purpose as RequestPurpose, seats: readSeats(seats) };
}
