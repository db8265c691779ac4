import { secondsToTicks } from '@quorum/events';
import type { PushActionOf } from '../../push/actions.js';
import type { Face } from '../../push/faces.js';
import { findBlock } from '../../push/find-block.js';
import { claims, gatheredAt } from '../../push/gathering.js';
import { sameCell, type Cell } from '../cell.js';
import { checkWalk, headingTo, startWalk, walkOn, type CellWalk } from '../cell-walk.js';
import type { GridContext, GridController } from '../controller.js';
import { findWay } from '../find-way.js';
import { agentAt, isFloor } from '../grid.js';

/** Rows of push positions offered at a face. */
const ROWS = 2;

type FaceWalk = CellWalk & { slot: number };
type Meeting = { slot: number; endTick: number };

const cellsAcross = (a: Cell, b: Cell): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

interface Slot {
  readonly slot: number;
  readonly cell: Cell;
  readonly isFloor: boolean;
  readonly isTaken: boolean;
}

function slots(context: GridContext, seat: number, index: number, face: Face): Slot[] {
  const grid = context.scene.grid();
  const claimed = claims(context.scene, seat, context.scene.blocks[index]?.id ?? '', face).map(
    ({ slot }) => slot,
  );
  return context.scene.pushCells(index, face, ROWS).map((cell, slot) => {
    const other = agentAt(grid, cell);
    const isTaken = (other >= 0 && other !== seat) || claimed.includes(slot);
    return { slot, cell, isFloor: isFloor(grid, cell), isTaken };
  });
}

/**
 * Where to stand at a face: the free cell nearest its middle that can be reached, so that those who come later find
 * the ends open; behind the first row only where somebody stands in front. -1 if all are taken, null if nobody can
 * stand there at all.
 */
function chooseSlot(context: GridContext, seat: number, index: number, face: Face): number | null {
  const { scene } = context;
  const here = scene.cell(seat);
  const all = slots(context, seat, index, face);
  if (!all.some((choice) => choice.isFloor)) return null;
  const perRow = all.length / ROWS;
  const free = all
    .filter(({ slot, ...choice }) => {
      const isBehindSomebody = slot < perRow || all[slot - perRow]?.isTaken;
      return choice.isFloor && !choice.isTaken && isBehindSomebody;
    })
    .map((choice) => ({
      ...choice,
      row: Math.floor(choice.slot / perRow),
      offset: Math.abs((choice.slot % perRow) - (perRow - 1) / 2),
      far: cellsAcross(here, choice.cell),
    }))
    .sort((a, b) => a.row - b.row || a.offset - b.offset || a.far - b.far || a.slot - b.slot);
  const isReachable = ({ cell }: Slot): boolean =>
    findWay(scene.grid(), here, cell, (other) => scene.isStanding(other)) !== null;
  return (free.find(isReachable) ?? free[0])?.slot ?? -1;
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
    const found = findBlock(context.scene, block);
    if ('outcome' in found) return found;
    const { index } = found;
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
    const other = held ? agentAt(grid, held) : -1;
    if (!held || !isFloor(grid, held) || (other >= 0 && scene.isStanding(other))) {
      // Something is there by now, or somebody stays there: take another place, if there is one.
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
    const found = findBlock(scene, block);
    if ('outcome' in found) return found;
    const { index } = found;
    if (!scene.agentsAtFace(index, face).includes(seat)) return { outcome: 'no_contact' };
    const slot = scene.pushCells(index, face, ROWS).findIndex((cell) => sameCell(cell, scene.cell(seat)));
    return { slot, endTick: tick + secondsToTicks(timeout) };
  },
  check({ scene, tick }, seat, { block, face, count }, memory) {
    const index = scene.blockIndex(block);
    if (scene.blocks[index]?.delivered) return 'target_gone';
    const met = gatheredAt(scene, index, face);
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
