import type { Structure } from '../contract/structure.js';

/** Decentralized in the first version of EmCoop (arXiv 2603.00349v1): free talk within a budget. */
export const decentralized: Structure = {
  name: 'decentralized',
  summary: 'everybody may talk to everybody while planning, within a budget',
  topology: { name: 'full' },
  protocol: { name: 'free' },
  channel: { messages: 2, windowSeconds: 10 },
};
