import type { Structure } from '../contract/structure.js';

/** Leaders of leaders. */
export const tree: Structure = {
  name: 'tree',
  summary: 'superiors speak to their direct subordinates, these reply, then each plans',
  topology: { name: 'tree' },
  protocol: { name: 'hierarchy' },
};
