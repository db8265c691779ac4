import type { Structure } from '../contract/structure.js';

/** Centralized in EmCoop (arXiv 2603.00349). */
export const centralized: Structure = {
  name: 'centralized',
  summary: 'a leader speaks, followers reply, then each plans',
  topology: { name: 'star' },
  protocol: { name: 'hierarchy' },
};
