import type { Structure } from '../contract/structure.js';

/**
 * Nobody talks and everybody sees everything: with `individual` on the same seeds it tells what communication could
 * bring at most (necessity, `J_full - J_none`; arXiv 2602.11583).
 */
export const sharedObservation: Structure = {
  name: 'shared-observation',
  summary: 'nobody talks, everybody sees everything: a control, not a competitor',
  topology: { name: 'none' },
  protocol: { name: 'independent', options: { sharedObservation: true } },
};
