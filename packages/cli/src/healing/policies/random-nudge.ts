import type { Control } from '../control.js';
import { wake } from './wake.js';

/** As many messages as a policy sends, to anybody about anything. */
export const randomNudge: Control = {
  name: 'random-nudge',
  summary:
    'a control: has as many agents, drawn, think again as another policy would, about an open task, drawn',
  version: 1,
  treat({ finding, graph, seats, rng }, woken) {
    const open = [...graph.tasks.values()].filter((task) => task.open && task.work).map(({ id }) => id);
    const anybody = rng.shuffle(Array.from({ length: seats }, (_, seat) => seat));
    return woken.map((_, i) => {
      const about = open.length === 0 ? 'Look around.' : `Think of ${rng.pick(open)}.`;
      return wake(finding, anybody[i % seats] ?? 0, about);
    });
  },
};
