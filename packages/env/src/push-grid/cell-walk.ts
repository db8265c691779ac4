import { secondsToTicks, type ActionOutcome } from '@quorum/events';
import { ahead, HEADINGS, sameCell, type Cell, type Heading } from './cell.js';
import type { GridContext } from './controller.js';
import { findWay } from './find-way.js';
import { agentAt, isFloor } from './grid.js';
import type { Move } from './resolve-step.js';
import { STEP_TICKS } from './step-ticks.js';

/** Memory of a walk: the way ahead and how well it goes. Plain JSON. */
export type CellWalk = {
  way: { x: number; y: number }[];
  /** Grid steps in a row without getting on. */
  stalled: number;
  deadlineTick: number;
};

/** Grid steps without getting on before giving up: about as patient as the walkers of the physical worlds. */
const MOST_STALLED = 10;

/** Grid steps without getting on before walking round agents who are themselves walking. */
const PATIENCE = 2;

/** Begins a walk; `no_path` when no way leads there. */
export function startWalk(
  context: GridContext,
  seat: number,
  goal: Cell,
): CellWalk | { outcome: ActionOutcome } {
  const way = planWay(context, seat, goal);
  if (way === null) return { outcome: 'no_path' };
  context.planned(seat, way);
  const ticks = 3 * way.length * STEP_TICKS + secondsToTicks(10);
  return { way, stalled: 0, deadlineTick: context.tick + ticks };
}

/** How a walk to `goal` has ended, or null. */
export function checkWalk(
  { scene, tick }: GridContext,
  seat: number,
  walk: CellWalk,
  goal: Cell,
): ActionOutcome | null {
  const here = scene.cell(seat);
  const next = walk.way[0];
  if (next && sameCell(here, next)) {
    walk.way.shift();
    walk.stalled = 0;
  }
  if (sameCell(here, goal)) return 'success';
  if (walk.stalled > MOST_STALLED)
    return findWay(scene.grid(), here, goal, () => false) ? 'obstructed' : 'no_path';
  return tick > walk.deadlineTick ? 'timeout' : null;
}

/** The next step of a walk to `goal`, which may have moved. */
export function walkOn(context: GridContext, seat: number, walk: CellWalk, goal: Cell): Move | null {
  const here = context.scene.cell(seat);
  if (!isStillGood(context, here, walk, goal)) {
    const way = planWay(context, seat, goal, walk.stalled) ?? [];
    if (way.length > 0 && JSON.stringify(way) !== JSON.stringify(walk.way)) context.planned(seat, way);
    walk.way = way;
  }
  // Counted now and taken back on arrival: whether the step succeeds is not known yet.
  walk.stalled += 1;
  const next = walk.way[0];
  const heading = next && headingTo(here, next);
  return heading ? { heading, presses: false } : null;
}

/** The heading that leads from a cell to its neighbour, if it is one. */
export function headingTo(from: Cell, to: Cell): Heading | undefined {
  return HEADINGS.find((heading) => sameCell(ahead(from, heading), to));
}

/**
 * The way to `goal`: round agents who stand and, having lost patience, round all; through them where there is no
 * other. Null when blocks shut it.
 */
function planWay(
  { scene }: GridContext,
  seat: number,
  goal: Cell,
  stalled = 0,
): { x: number; y: number }[] | null {
  const grid = scene.grid();
  const here = scene.cell(seat);
  const isInTheWay = (other: number): boolean => stalled >= PATIENCE || scene.isStanding(other);
  return findWay(grid, here, goal, isInTheWay) ?? findWay(grid, here, goal, () => false);
}

function isStillGood({ scene }: GridContext, here: Cell, { way, stalled }: CellWalk, goal: Cell): boolean {
  const [next] = way;
  const end = way.at(-1);
  if (!next || !end || !sameCell(end, goal) || !headingTo(here, next)) return false;
  const grid = scene.grid();
  const other = agentAt(grid, next);
  return isFloor(grid, next) && (other < 0 || (stalled < PATIENCE && !scene.isStanding(other)));
}
