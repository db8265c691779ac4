import type { Controller } from '../controller.js';
import type { PushActionOf } from '../actions.js';

type MoveMemory = { fromX: number; fromY: number; best: number; progressTick: number };

const DIRECTIONS = { left: [-1, 0], right: [1, 0], up: [0, 1], down: [0, -1] } as const;
const DONE_METERS = 0.02;
const PROGRESS_METERS = 0.05;
const STALLED_TICKS = 60;

/** `move`: straight ahead, pushing nothing; `obstructed` when it makes no headway for a second. */
export const move: Controller<PushActionOf<'move'>, MoveMemory> = {
  start({ scene, tick }, seat) {
    const { x, y } = scene.agent(seat);
    return { fromX: x, fromY: y, best: 0, progressTick: tick };
  },
  step({ scene, tick }, seat, action, memory) {
    const [directionX, directionY] = DIRECTIONS[action.direction];
    const { x, y } = scene.agent(seat);
    const done = (x - memory.fromX) * directionX + (y - memory.fromY) * directionY;
    if (done >= action.meters - DONE_METERS) return { outcome: 'success' };
    if (done > memory.best + PROGRESS_METERS) {
      memory.best = done;
      memory.progressTick = tick;
    }
    if (tick - memory.progressTick > STALLED_TICKS) return { outcome: 'obstructed' };
    const speed = Math.min(scene.body(seat).speed, (action.meters - done) * 60);
    return { command: { directionX, directionY, speed, press: false } };
  },
};
