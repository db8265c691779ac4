import type { Activation } from '../contract/agent.js';
import { nameSeats } from './prompt/notation.js';

/**
 * The only part of a prompt that depends on the structure: the reader's place in it. Generated from what the
 * activation tells, so that it fits every structure, custom ones too, and changes when the graph does.
 */
export function structureParagraph({ seat, talk, team }: Activation): string {
  const { roles, structure, protocol, protocolSummary, contacts, heardFrom } = talk;
  return [
    `You are agent ${seat} of ${roles.length}, numbered from 0 (an agent's number is also called its seat).`,
    ...(roles.length > 1
      ? [`Your role: ${roles[seat] ?? 'member'}. Roles of the others: ${others(roles, seat)}.`]
      : []),
    `The team works in the structure "${structure}" with the protocol "${protocol}": ${protocolSummary}.`,
    ...(team !== undefined ? ['You think for the whole team and plan for every agent.'] : []),
    reach(contacts, heardFrom),
  ].join(' ');
}

/** `agent 1: leader; agents 2, 3: follower`. */
function others(roles: readonly string[], seat: number): string {
  const bearers = new Map<string, number[]>();
  roles.forEach((role, of) => {
    if (of !== seat) bearers.set(role, [...(bearers.get(role) ?? []), of]);
  });
  return [...bearers].map(([role, seats]) => `${nameSeats(seats)}: ${role}`).join('; ');
}

function reach(contacts: readonly number[], heardFrom: readonly number[]): string {
  if (contacts.length === 0 && heardFrom.length === 0)
    return 'You cannot talk to anybody, and nobody to you.';
  return `You can talk to ${nameSeats(contacts)}; ${nameSeats(heardFrom)} can talk to you.`;
}
