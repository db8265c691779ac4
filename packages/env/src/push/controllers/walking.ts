import type { Controller } from '../controller.js';
import { startWalk, stepWalk, type Walk } from '../walk.js';
import type { PushActionOf } from '../actions.js';
import { faceCoordinates, faceTowards, PUSH_DIRECTION } from '../faces.js';
import { findBlock } from '../find-block.js';
import type { Point } from '../../navigation/point.js';

/** A walk to a point that is fixed when the action begins. */
type GoalWalk = Walk & { goalX: number; goalY: number };

const toGoal = (memory: GoalWalk): Point => ({ x: memory.goalX, y: memory.goalY });

/** `navigate`: round blocks and agents to a point. A point where nobody can stand is `invalid_target`. */
export const navigate: Controller<PushActionOf<'navigate'>, GoalWalk> = {
  start(context, seat, { x, y }) {
    const { radius } = context.scene.body(seat);
    const { minX, minY, maxX, maxY } = context.scene.bounds(radius);
    const standable =
      x >= minX && x <= maxX && y >= minY && y <= maxY && !context.scene.hitsBlock(x, y, radius);
    if (!standable) return { outcome: 'invalid_target' };
    return { ...startWalk(context, seat, { x, y }), goalX: x, goalY: y };
  },
  step: (context, seat, _action, memory) => stepWalk(context, seat, memory, toGoal(memory)),
};

/** `yieldBlock`: straight away from the nearest face, as far as the arena allows. */
export const yieldBlock: Controller<PushActionOf<'yieldBlock'>, GoalWalk> = {
  start(context, seat, action) {
    const { scene } = context;
    const found = findBlock(scene, action.block);
    if ('outcome' in found) return found;
    const at = scene.agent(seat);
    const rect = scene.rect(found.index);
    const face = faceTowards(rect, at);
    const away = PUSH_DIRECTION[face];
    const { radius } = scene.body(seat);
    const bounds = scene.bounds(radius);
    const meters = Math.max(0, action.meters - faceCoordinates(rect, face, at).out + radius);
    const goalX = Math.min(bounds.maxX, Math.max(bounds.minX, at.x - away.x * meters));
    const goalY = Math.min(bounds.maxY, Math.max(bounds.minY, at.y - away.y * meters));
    return { ...startWalk(context, seat, { x: goalX, y: goalY }), goalX, goalY };
  },
  step: (context, seat, _action, memory) => stepWalk(context, seat, memory, toGoal(memory)),
};
