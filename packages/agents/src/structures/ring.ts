import type { Structure } from '../contract/structure.js';

/** Turn by turn around a ring. */
export const ring: Structure = {
  name: 'ring',
  summary: 'seats speak in turn, each to the next one, then plan',
  topology: { name: 'ring' },
  protocol: { name: 'turn-taking' },
};
