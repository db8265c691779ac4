import { secondsToTicks } from '@quorum/events';
import type { PushActionOf } from '../../push/actions.js';
import type { Face } from '../../push/faces.js';
import { sameCell, type Cell } from '../cell.js';
import { checkWalk, headingTo, startWalk, walkOn, type CellWalk } from '../cell-walk.js';
import type { GridContext, GridController } from '../controller.js';
import { agentAt, isFloor } from '../grid.js';

/** Rows of push positions offered at a face. */
const ROWS = 2;

type FaceWalk = CellWalk & { slot: number };
type Meeting = { slot: number; endTick: number };

const cellsAcross = (a: Cell, b: Cell): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

/** Slots at the face that other seats are on their way to. */
function claims({ scene }: GridContext, seat: number, block: string, face: Face): number[] {
  return scene.seats.flatMap(({ action, memory }, other) => {
    if (other === seat || (action?.type !== 'moveToFace' && action?.type !== 'rendezvous')) return [];
    if (action.block !== block || action.face !== face) return [];
    const slot = memory !== null && typeof memory === 'object' && 'slot' in memory ? memory['slot'] : null;
    return typeof slot === 'number' ? [slot] : [];
  });
}

/** The nearest free slot in the front-most row that has one; -1 if all are taken, null if nobody can stand there. */
function chooseSlot(context: GridContext, seat: number, index: number, face: Face): number | null {
  const { scene } = context;
  const grid = scene.grid();
  const here = scene.cell(seat);
  const cells = scene.pushCells(index, face, ROWS);
  if (!cells.some((cell) => isFloor(grid, cell))) return null;
  const claimed = claims(context, seat, scene.blocks[index]?.id ?? '', face);
  const perRow = cells.length / ROWS;
  for (let row = 0; row < ROWS; row++) {
    const free = cells.flatMap((cell, slot) => {
      const other = agentAt(grid, cell);
      const isFree = isFloor(grid, cell) && (other < 0 || other === seat) && !claimed.includes(slot);
      return Math.floor(slot / perRow) === row && isFree ? [{ slot, far: cellsAcross(here, cell) }] : [];
    });
    const [best] = free.sort((a, b) => a.far - b.far || a.slot - b.slot);
    if (best) return best.slot;
  }
  return -1;
}

function slotCell({ scene }: GridContext, index: number, face: Face, slot: number): Cell | undefined {
  return scene.pushCells(index, face, ROWS)[slot];
}

/**
 * `moveToFace`: to a free push position of a face, first row first. `invalid_target` when nobody can stand there (a
 * wall, a block or the goal strip is too close), `obstructed` when all places are taken.
 */
export const moveToFace: GridController<PushActionOf<'moveToFace'>, FaceWalk> = {
  start(context, seat, { block, face }) {
    const index = context.scene.blockIndex(block);
    if (index < 0) return { outcome: 'invalid_target' };
    if (context.scene.blocks[index]?.delivered) return { outcome: 'target_gone' };
    const slot = chooseSlot(context, seat, index, face);
    if (slot === null) return { outcome: 'invalid_target' };
    const goal = slotCell(context, index, face, slot);
    return goal ? { ...startWalk(context, seat, goal), slot } : { outcome: 'obstructed' };
  },
  check(context, seat, { block, face }, memory) {
    const index = context.scene.blockIndex(block);
    if (context.scene.blocks[index]?.delivered) return 'target_gone';
    const goal = slotCell(context, index, face, memory.slot);
    return goal ? checkWalk(context, seat, memory, goal) : 'invalid_target';
  },
  move(context, seat, { block, face }, memory) {
    const { scene } = context;
    const index = scene.blockIndex(block);
    const grid = scene.grid();
    const held = slotCell(context, index, face, memory.slot);
    if (!held || !isFloor(grid, held) || agentAt(grid, held) >= 0) {
      // Somebody or something stands there by now: take another place, if there is one.
      const slot = chooseSlot(context, seat, index, face);
      if (slot !== null && slot >= 0) memory.slot = slot;
    }
    const goal = slotCell(context, index, face, memory.slot);
    return goal ? walkOn(context, seat, memory, goal) : null;
  },
};

/**
 * `rendezvous`: holds the push position until `count` agents are at the face, for a common start. `no_contact` when
 * the agent is not at that face to begin with.
 */
export const rendezvous: GridController<PushActionOf<'rendezvous'>, Meeting> = {
  start({ scene, tick }, seat, { block, face, timeout }) {
    const index = scene.blockIndex(block);
    if (index < 0) return { outcome: 'invalid_target' };
    if (scene.blocks[index]?.delivered) return { outcome: 'target_gone' };
    if (!scene.agentsAtFace(index, face).includes(seat)) return { outcome: 'no_contact' };
    const slot = scene.pushCells(index, face, ROWS).findIndex((cell) => sameCell(cell, scene.cell(seat)));
    return { slot, endTick: tick + secondsToTicks(timeout) };
  },
  check({ scene, tick }, seat, { block, face, count }, memory) {
    const index = scene.blockIndex(block);
    if (scene.blocks[index]?.delivered) return 'target_gone';
    const met = scene.agentsAtFace(index, face).filter((other) => {
      const action = scene.seats[other]?.action;
      return action?.type === 'push' || action?.type === 'rendezvous' ? action.block === block : false;
    });
    if (met.includes(seat) && met.length >= count) return 'success';
    return tick >= memory.endTick ? 'timeout' : null;
  },
  move(context, seat, { block, face }, memory) {
    // The block may have moved a cell on: follow it.
    const place = slotCell(context, context.scene.blockIndex(block), face, memory.slot);
    const heading = place && headingTo(context.scene.cell(seat), place);
    return heading ? { heading, presses: false } : null;
  },
};
