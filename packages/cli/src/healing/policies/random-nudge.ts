import type { Policy } from '../policy.js';
import { wake } from './wake.js';

/** A control: as many messages as `annotate` sends, to anybody about anything. */
export const randomNudge: Policy = {
  name: 'random-nudge',
  summary: 'a control: has as many agents think again as are concerned, drawn, about an open task, drawn',
  version: 1,
  treat({ finding, graph, seats, rng }) {
    const open = [...graph.tasks.values()].filter((task) => task.open && task.work).map(({ id }) => id);
    const anybody = rng.shuffle(Array.from({ length: seats }, (_, seat) => seat));
    return finding.seats.map((_, i) => {
      const about = open.length === 0 ? 'Look around.' : `Think of ${rng.pick(open)}.`;
      return wake(finding, anybody[i % seats] ?? 0, about);
    });
  },
};
