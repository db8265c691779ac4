import { secondsToTicks } from '@quorum/events';
import type { PushActionOf } from '../../push/actions.js';
import type { GridController } from '../controller.js';

type Until = { endTick: number };

/** `wait`: stands still for a time. */
export const wait: GridController<PushActionOf<'wait'>, Until> = {
  start: ({ tick }, _seat, { seconds }) => ({ endTick: tick + secondsToTicks(seconds) }),
  check: ({ tick }, _seat, _action, { endTick }) => (tick >= endTick ? 'success' : null),
  move: () => null,
};

/** `waitAgents`: stands still until enough seats wait like this, itself included. */
export const waitAgents: GridController<PushActionOf<'waitAgents'>, Until> = {
  start: ({ tick }, _seat, { timeout }) => ({ endTick: tick + secondsToTicks(timeout) }),
  check({ scene, tick }, _seat, { count }, { endTick }) {
    const waiting = scene.seats.filter(({ action }) => action?.type === 'waitAgents').length;
    if (waiting >= count) return 'success';
    return tick >= endTick ? 'timeout' : null;
  },
  move: () => null,
};
