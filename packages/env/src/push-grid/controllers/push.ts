import type { ActionOutcome } from '@quorum/events';
import type { PushActionOf } from '../../push/actions.js';
import { faceTowards, GOAL_FACE, type Face } from '../../push/faces.js';
import { findBlock } from '../../push/find-block.js';
import { ahead, PUSH_HEADING } from '../cell.js';
import type { GridController } from '../controller.js';
import { blockAt, cellsBeside, chainOf, isFloor } from '../grid.js';
import type { GridScene } from '../grid-scene.js';
import { STEP_TICKS, wholeCells } from '../step-ticks.js';

type PushMemory = {
  face: Face;
  origin: number;
  best: number;
  movedTick: number;
  contactTick: number;
  /** Whether the seat has ever been at the face. */
  touched: boolean;
};

/** Ticks without contact, or with contact and no motion, before the push is given up. */
const NO_CONTACT_TICKS = 2 * STEP_TICKS + 10;
const STALLED_TICKS = 4 * STEP_TICKS + 20;

/** Whether something ahead of the block, or of the blocks that it would push, is in the way. */
function isBlocked(scene: GridScene, index: number, face: Face): boolean {
  const grid = scene.grid();
  const heading = PUSH_HEADING[face];
  const chain = chainOf(grid, index, heading);
  if (chain.length > 1) return true;
  const block = grid.blocks[index];
  const beyond = block ? cellsBeside(block, heading, 1) : [];
  // The goal strip is closed to agents but open to blocks.
  return !beyond.every(
    (cell) => isFloor({ ...grid, goalColumn: grid.columns }, cell) && isEmpty(scene, cell),
  );
}

const isEmpty = (scene: GridScene, { x, y }: { x: number; y: number }): boolean =>
  scene.grid().agents.every((agent) => agent.x !== x || agent.y !== y);

function whyStuck(scene: GridScene, index: number, face: Face): ActionOutcome {
  if (scene.blocks[index]?.locked) return 'missing_capability';
  return isBlocked(scene, index, face) ? 'blocked_destination' : 'insufficient_force';
}

/**
 * `push`: straight against the face in front of the agent, for whole cells or until the block is delivered;
 * `target_gone` when others deliver it before the seat has pushed along.
 */
export const push: GridController<PushActionOf<'push'>, PushMemory> = {
  start({ scene, tick }, seat, { block }) {
    const found = findBlock(scene, block);
    if ('outcome' in found) return found;
    const { index } = found;
    const face = faceTowards(scene.rect(index), scene.agent(seat));
    const origin = scene.progress(index, face);
    return { face, origin, best: origin, movedTick: tick, contactTick: tick, touched: false };
  },
  check({ scene, tick }, seat, action, memory) {
    const { face } = memory;
    const index = scene.blockIndex(action.block);
    if (scene.blocks[index]?.delivered) {
      return memory.touched && face === GOAL_FACE ? 'success' : 'target_gone';
    }
    const progress = scene.progress(index, face);
    if (progress - memory.origin >= wholeCells(action.meters)) return 'success';
    if (progress > memory.best) {
      memory.best = progress;
      memory.movedTick = tick;
    }
    if (scene.agentsAtFace(index, face).includes(seat)) {
      memory.contactTick = tick;
      memory.touched = true;
    }
    if (tick - memory.contactTick > NO_CONTACT_TICKS) {
      const other = blockAt(scene.grid(), ahead(scene.cell(seat), PUSH_HEADING[face]));
      return other >= 0 && other !== index ? 'wrong_block' : 'no_contact';
    }
    return tick - memory.movedTick > STALLED_TICKS ? whyStuck(scene, index, face) : null;
  },
  move: (_context, _seat, _action, { face }) => ({ heading: PUSH_HEADING[face], presses: true }),
};
