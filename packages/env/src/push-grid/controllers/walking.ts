import type { PushActionOf } from '../../push/actions.js';
import { faceCoordinates, faceTowards } from '../../push/faces.js';
import { findBlock } from '../../push/find-block.js';
import { ahead, cellOf, PUSH_HEADING, STEP } from '../cell.js';
import { checkWalk, startWalk, walkOn, type CellWalk } from '../cell-walk.js';
import type { GridController } from '../controller.js';
import { isFloor } from '../grid.js';
import { STEP_TICKS, wholeCells } from '../step-ticks.js';

type GoalWalk = CellWalk & { goal: { x: number; y: number } };
type StraightWalk = { fromX: number; fromY: number; best: number; progressTick: number };

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** `navigate`: to the cell of a point, round blocks and agents. `invalid_target` where nobody can stand. */
export const navigate: GridController<PushActionOf<'navigate'>, GoalWalk> = {
  start(context, seat, { x, y }) {
    const goal = cellOf({ x, y });
    if (!isFloor(context.scene.grid(), goal)) return { outcome: 'invalid_target' };
    return { ...startWalk(context, seat, goal), goal };
  },
  check: (context, seat, _action, memory) => checkWalk(context, seat, memory, memory.goal),
  move: (context, seat, _action, memory) => walkOn(context, seat, memory, memory.goal),
};

/** `yieldBlock`: away from the nearest face until that many cells lie between, as far as the arena allows. */
export const yieldBlock: GridController<PushActionOf<'yieldBlock'>, GoalWalk> = {
  start(context, seat, action) {
    const { scene } = context;
    const found = findBlock(scene, action.block);
    if ('outcome' in found) return found;
    const rect = scene.rect(found.index);
    const face = faceTowards(rect, scene.agent(seat));
    const between = faceCoordinates(rect, face, scene.agent(seat)).out - 0.5;
    const back = ahead(
      scene.cell(seat),
      PUSH_HEADING[face],
      -Math.max(0, wholeCells(action.meters) - between),
    );
    const { columns, rows, goalColumn } = scene.grid();
    const goal = { x: clamp(back.x, 0, Math.min(columns, goalColumn) - 1), y: clamp(back.y, 0, rows - 1) };
    return { ...startWalk(context, seat, goal), goal };
  },
  check: (context, seat, _action, memory) => checkWalk(context, seat, memory, memory.goal),
  move: (context, seat, _action, memory) => walkOn(context, seat, memory, memory.goal),
};

/** `move`: straight ahead, pushing nothing; `obstructed` when two grid steps in a row fail. */
export const move: GridController<PushActionOf<'move'>, StraightWalk> = {
  start({ scene, tick }, seat) {
    const { x, y } = scene.cell(seat);
    return { fromX: x, fromY: y, best: 0, progressTick: tick };
  },
  check({ scene, tick }, seat, action, memory) {
    const { x, y } = scene.cell(seat);
    const step = STEP[action.direction];
    const done = (x - memory.fromX) * step.x + (y - memory.fromY) * step.y;
    if (done >= wholeCells(action.meters)) return 'success';
    if (done > memory.best) {
      memory.best = done;
      memory.progressTick = tick;
    }
    return tick - memory.progressTick > 2 * STEP_TICKS ? 'obstructed' : null;
  },
  move: (_context, _seat, action) => ({ heading: action.direction, presses: false }),
};
