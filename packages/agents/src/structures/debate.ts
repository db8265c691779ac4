import type { Structure } from '../contract/structure.js';

/** Everybody proposes, then revises, then plans. */
export const debate: Structure = {
  name: 'debate',
  summary: 'all speak to all at once, in two or more rounds, then plan',
  topology: { name: 'full' },
  protocol: { name: 'rounds' },
};
