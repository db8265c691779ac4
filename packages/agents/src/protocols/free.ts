import { z } from 'zod';
import type { Protocol, ProtocolView } from '../contract/protocol.js';
import { needsTalk } from './contradictions.js';
import { emptyDesks, occupy, receive, type Desk } from './desk.js';
import { transition, type Requests } from './transition.js';

/**
 * Everybody plans at once and may talk while planning; a message interrupts whoever has a plan. What arrives during a
 * thought is dealt with after it, all at once. Decentralized in EmCoop (arXiv 2603.00349v1): finite, because the
 * channel limits what may be said.
 */
export const free: Protocol<Desk[]> = {
  name: 'free',
  summary: 'every seat plans for itself and may talk to its neighbours; messages interrupt',
  version: 1,
  options: z.strictObject({}),
  refuses(topology, { messages, tokens, bytes }, options) {
    if (messages === null && tokens === null && bytes === null) {
      return 'messages call for messages without end unless the channel limits messages, tokens or bytes';
    }
    return needsTalk(topology, options);
  },
  roles: ({ seats }) => Array.from({ length: seats }, () => 'member'),
  init: ({ seats }) => emptyDesks(seats),
  step: (state, event, view) =>
    transition(state, (desks, requests) => {
      receive(desks, event);
      if (event.kind === 'timeout') return;
      const desk = desks[event.seat];
      if (desk !== undefined) proceed(event.seat, desk, view, requests);
    }),
};

function proceed(seat: number, desk: Desk, { graph, seats }: ProtocolView, requests: Requests): void {
  if (desk.thinking) return;
  const to = graph.out[seat] ?? [];
  const { woken, open, unread } = desk;
  if (woken !== null) {
    occupy(desk, 'repair');
    requests.activate({ seat, purpose: 'repair', to, cause: woken });
  } else if (open !== null) {
    occupy(desk, 'plan');
    requests.activate({ seat, purpose: 'plan', to, cause: open });
  } else if (unread !== null && seats[seat]?.planned === true) {
    occupy(desk, 'interrupt');
    requests.activate({ seat, purpose: 'interrupt', to, cause: unread });
  }
}
