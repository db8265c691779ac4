import { z } from 'zod';
import type { Protocol } from '../contract/protocol.js';
import { needsNoPlace, needsTalk } from './contradictions.js';
import { emptyDesks, occupy, receive, type Desk } from './desk.js';
import { transition } from './transition.js';

/**
 * A board that everybody writes on while planning and reads when planning next; nobody is interrupted. Shared message
 * pool of the five Ws survey (arXiv 2602.11583, §7).
 */
export const bulletin: Protocol<Desk[]> = {
  name: 'bulletin',
  summary: 'every seat plans for itself and may post; posts are read when planning next',
  version: 1,
  options: z.strictObject({}),
  refuses(topology, { rangeMeters }, options) {
    if (rangeMeters !== null) return 'it has no place, so messages to it cannot have a range';
    return needsNoPlace(topology, options) ?? needsTalk(topology, options);
  },
  roles: ({ seats }) => Array.from({ length: seats }, () => 'member'),
  init: ({ seats }) => emptyDesks(seats),
  step: (state, event, { graph }) =>
    transition(state, (desks, requests) => {
      receive(desks, event);
      if (event.kind === 'timeout') return;
      const { seat } = event;
      const desk = desks[seat];
      if (desk === undefined || desk.thinking) return;
      const cause = desk.woken ?? desk.open;
      if (cause === null) return;
      const purpose = desk.woken === null ? 'plan' : 'repair';
      occupy(desk, purpose);
      requests.activate({ seat, purpose, to: graph.out[seat] ?? [], cause });
    }),
};
