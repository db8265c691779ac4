import { secondsToTicks } from '@quorum/events';
import { BRAKE } from '../../physics/motor.js';
import type { Controller } from '../controller.js';
import type { PushActionOf } from '../actions.js';

type Until = { endTick: number };

/** `wait`: stands still for a time. */
export const wait: Controller<PushActionOf<'wait'>, Until> = {
  start: ({ tick }, _seat, { seconds }) => ({ endTick: tick + secondsToTicks(seconds) }),
  step: ({ tick }, _seat, _action, { endTick }) =>
    tick >= endTick ? { outcome: 'success' } : { command: BRAKE },
};

/** `waitAgents`: stands still until enough seats wait like this, itself included. */
export const waitAgents: Controller<PushActionOf<'waitAgents'>, Until> = {
  start: ({ tick }, _seat, { timeout }) => ({ endTick: tick + secondsToTicks(timeout) }),
  step({ scene, tick }, _seat, { count }, { endTick }) {
    const waiting = scene.seats.filter(({ action }) => action?.type === 'waitAgents').length;
    if (waiting >= count) return { outcome: 'success' };
    return tick >= endTick ? { outcome: 'timeout' } : { command: BRAKE };
  },
};
