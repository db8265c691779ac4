import type { Structure } from '../contract/structure.js';

/** Broadcast chain of COOP² (arXiv 2603.00349v2), called debate in its first version. */
export const broadcastChain: Structure = {
  name: 'broadcast-chain',
  summary: 'seats speak in turn, each to all later ones, then plan',
  topology: { name: 'chain' },
  protocol: { name: 'turn-taking' },
};
