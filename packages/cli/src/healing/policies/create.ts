import type { Policy } from '../policy.js';
import { wake } from './wake.js';

/** DIG's third move (arXiv 2603.00309): a new event for everybody. */
export const create: Policy = {
  name: 'create',
  summary: 'tells the whole team what went wrong and which tasks are open, and has all think again',
  version: 1,
  treat({ finding, graph, seats }) {
    const open = [...graph.tasks.values()].filter((task) => task.open && task.work).map(({ id }) => id);
    const note = `${finding.sentence} Start again; open: ${open.join(', ') || 'nothing'}.`;
    return Array.from({ length: seats }, (_, seat) => wake(finding, seat, note));
  },
};
