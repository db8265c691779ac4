import type { Structure } from '../contract/structure.js';

/** Free talk among those who are near. */
export const rangeLimited: Structure = {
  name: 'range-limited',
  summary: 'whoever is near may be talked to while planning, within a budget',
  topology: { name: 'range' },
  protocol: { name: 'free' },
  channel: { messages: 2, windowSeconds: 10 },
};
