import type { Structure } from '../contract/structure.js';

/** Everyone for themselves. */
export const individual: Structure = {
  name: 'individual',
  summary: 'every seat plans for itself, nobody talks',
  topology: { name: 'none' },
  protocol: { name: 'independent' },
};
