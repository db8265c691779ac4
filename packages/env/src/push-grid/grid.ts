import { ahead, STEP, type Cell, type Heading } from './cell.js';

/** A square block: its lower left cell, its side in cells and the agents it takes to move it. */
export interface GridBlock extends Cell {
  readonly side: number;
  readonly weight: number;
}

/** Who stands where at one moment: one entity per cell. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** First column of the goal strip, which agents may not enter. */
  readonly goalColumn: number;
  /** In seat order. */
  readonly agents: readonly Cell[];
  /** In list order; null for those that have left. */
  readonly blocks: readonly (GridBlock | null)[];
}

export function isInside({ columns, rows }: Grid, { x, y }: Cell): boolean {
  return x >= 0 && y >= 0 && x < columns && y < rows;
}

/** Index of the block on a cell, or -1. */
export function blockAt({ blocks }: Pick<Grid, 'blocks'>, { x, y }: Cell): number {
  return blocks.findIndex(
    (block) =>
      block !== null && x >= block.x && x < block.x + block.side && y >= block.y && y < block.y + block.side,
  );
}

/** Seat of the agent on a cell, or -1. */
export function agentAt({ agents }: Pick<Grid, 'agents'>, { x, y }: Cell): number {
  return agents.findIndex((agent) => agent.x === x && agent.y === y);
}

/** Whether agents may stand on a cell at all: inside, outside the goal strip, not in a block. */
export function isFloor(grid: Grid, cell: Cell): boolean {
  return isInside(grid, cell) && cell.x < grid.goalColumn && blockAt(grid, cell) < 0;
}

/** Cells next to a block on the side it would move to (`distance` 1) or is pushed from (`distance` -1). */
export function cellsBeside(block: GridBlock, heading: Heading, distance: 1 | -1): Cell[] {
  const { x, y } = STEP[heading];
  // Along the axis: one cell beyond the far edge or one before the near edge; across it: every cell of the side.
  const isForward = (x + y) * distance > 0;
  const out = isForward ? block.side : -1;
  return Array.from({ length: block.side }, (_, i) =>
    x === 0 ? { x: block.x + i, y: block.y + out } : { x: block.x + out, y: block.y + i },
  );
}

/** A block and all that it would push ahead of itself, nearest first. */
export function chainOf(grid: Pick<Grid, 'blocks'>, first: number, heading: Heading): number[] {
  const chain = [first];
  for (let i = 0; i < chain.length; i++) {
    const block = grid.blocks[chain[i] ?? -1];
    if (!block) continue;
    for (const cell of cellsBeside(block, heading, 1)) {
      const next = blockAt(grid, cell);
      if (next >= 0 && !chain.includes(next)) chain.push(next);
    }
  }
  return chain;
}

/**
 * Seats lined up without a gap behind a block along a heading: those next to it and, behind each, the agents that
 * `joins` lets into the line.
 */
export function linedUp(
  grid: Pick<Grid, 'agents' | 'blocks'>,
  index: number,
  heading: Heading,
  joins: (seat: number) => boolean,
): number[] {
  const block = grid.blocks[index];
  if (!block) return [];
  const seats: number[] = [];
  for (const first of cellsBeside(block, heading, -1)) {
    for (let cell = first; ; cell = ahead(cell, heading, -1)) {
      const seat = agentAt(grid, cell);
      if (seat < 0 || !joins(seat)) break;
      seats.push(seat);
    }
  }
  return seats;
}
