import type { MessageRefusal } from '@quorum/events';
import type { Address } from '../contract/message.js';
import type { ChannelSpec } from './channel-spec.js';
import { within, type Place } from './within.js';

/** What an address is read against. */
export interface AddressView {
  /** The seat that speaks; nobody addresses themselves. */
  readonly from: number;
  /** Seats that it may address now, in seat order. */
  readonly addressees: readonly number[];
  /** Role of each seat of the team, in seat order. */
  readonly roles: readonly string[];
  readonly addressing: ChannelSpec['addressing'];
  /** Where a seat's body, or the body with this name, is, metres; null when it is not in the world. */
  position(of: number | string): Place | null;
}

/** Whom a message goes to, and whom it was meant for in vain. */
export interface Resolved {
  /** In seat order. */
  readonly to: readonly number[];
  /** At most one entry for each reason, seats in order. */
  readonly refused: readonly { readonly to: readonly number[]; readonly reason: MessageRefusal }[];
}

/**
 * Whom a message reaches, before loss.
 *
 * - A list and a role name seats: those that may not be addressed are refused, `outside_topology`.
 * - `all` and `near` choose among the seats that may be addressed: nobody else is refused.
 * - A form that the channel does not know is refused as a whole, `addressing`, whoever it was for: a `unicast` channel
 *   takes a list of one seat, `multicast` any list, `broadcast` nothing but `all`, `any` everything.
 * - What is meant for nobody is refused with an empty `to`, so that no message vanishes without a trace.
 */
export function resolveAddress(address: Address, view: AddressView): Resolved {
  const meant = meantFor(address, view);
  if (!isKnown(address, view.addressing)) return { to: [], refused: [{ to: meant, reason: 'addressing' }] };
  const to = meant.filter((seat) => view.addressees.includes(seat));
  const outside = meant.filter((seat) => !view.addressees.includes(seat));
  if (outside.length === 0 && to.length > 0) return { to, refused: [] };
  return { to, refused: [{ to: outside, reason: 'outside_topology' }] };
}

function isKnown(address: Address, addressing: ChannelSpec['addressing']): boolean {
  switch (addressing) {
    case 'any':
      return true;
    case 'unicast':
      return isList(address) && new Set(address).size === 1;
    case 'multicast':
      return isList(address);
    case 'broadcast':
      return address === 'all';
  }
}

/** Seats in order, each once, without the sender. */
function meantFor(address: Address, view: AddressView): number[] {
  const { from, addressees, roles } = view;
  if (address === 'all') return [...addressees];
  if (isList(address)) {
    return [...new Set(address)].filter((seat) => seat !== from).sort((a, b) => a - b);
  }
  if ('role' in address) {
    return roles.flatMap((role, seat) => (role === address.role && seat !== from ? [seat] : []));
  }
  const place = view.position(address.near);
  return addressees.filter((seat) => within(view.position(seat), place, address.meters));
}

function isList(address: Address): address is readonly number[] {
  return Array.isArray(address);
}
