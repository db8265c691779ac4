import type { Structure } from '../contract/structure.js';

/** One mind, all bodies: the upper reference of what talking could achieve at best. */
export const solo: Structure = {
  name: 'solo',
  summary: 'seat 0 plans for the whole team, nobody talks',
  topology: { name: 'none' },
  protocol: { name: 'solo' },
};
