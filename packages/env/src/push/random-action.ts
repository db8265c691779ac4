import type { Rng } from '../rng/rng.js';
import type { PushAction } from './actions.js';
import { FACES } from './faces.js';
import type { PushObservation } from './observation.js';

/** A random action on what is seen: uniform over types, targets and round parameters. */
export function randomPushAction({ arena, blocks, self, rules }: PushObservation, rng: Rng): PushAction {
  const block = blocks.length > 0 ? rng.pick(blocks).id : null;
  const meters = rng.integer(1, 5);
  const seconds = rng.integer(1, 3);
  const face = rng.pick(FACES);
  const count = rng.integer(1, Math.min(3, rules.seats));
  const anywhere = (): PushAction => ({
    type: 'navigate',
    x: self.radius + rng.uniform() * (arena.goalX - 2 * self.radius),
    y: self.radius + rng.uniform() * (arena.height - 2 * self.radius),
  });
  switch (rng.integer(0, 7)) {
    case 0:
      return { type: 'move', direction: rng.pick(['left', 'right', 'up', 'down'] as const), meters };
    case 1:
      return { type: 'wait', seconds };
    case 2:
      return { type: 'waitAgents', count, timeout: seconds };
    case 3:
      return block ? { type: 'moveToFace', block, face } : anywhere();
    case 4:
      return block ? { type: 'rendezvous', block, face, count, timeout: seconds } : anywhere();
    case 5:
      return block ? { type: 'push', block, meters } : anywhere();
    case 6:
      return block ? { type: 'yieldBlock', block, meters } : anywhere();
    default:
      return anywhere();
  }
}
