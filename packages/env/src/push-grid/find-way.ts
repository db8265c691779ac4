import { ahead, sameCell, type Cell, type Heading } from './cell.js';
import { agentAt, isFloor, type Grid } from './grid.js';

/** Neighbours in the order in which ties are broken, as in EmCoop's code. */
const ORDER: readonly Heading[] = ['right', 'down', 'up', 'left'];

/**
 * A shortest way over the floor by breadth-first search: the cells after `from`, ending with `to`; null when no way
 * leads there.
 *
 * @param isInTheWay whether to walk round an agent (but never round one on `to` itself)
 */
export function findWay(
  grid: Grid,
  from: Cell,
  to: Cell,
  isInTheWay: (seat: number) => boolean,
): Cell[] | null {
  const isOpen = (cell: Cell): boolean => {
    if (!isFloor(grid, cell)) return false;
    const seat = agentAt(grid, cell);
    return seat < 0 || sameCell(cell, to) || !isInTheWay(seat);
  };
  const key = ({ x, y }: Cell): number => y * grid.columns + x;
  if (!isOpen(to)) return null;
  const cameFrom = new Map<number, Cell | null>([[key(from), null]]);
  const queue = [from];
  for (let i = 0; i < queue.length; i++) {
    const cell = queue[i];
    if (!cell) break;
    if (sameCell(cell, to)) return trace(cell, (at) => cameFrom.get(key(at)) ?? null);
    for (const heading of ORDER) {
      const next = ahead(cell, heading);
      if (cameFrom.has(key(next)) || !isOpen(next)) continue;
      cameFrom.set(key(next), cell);
      queue.push(next);
    }
  }
  return null;
}

function trace(end: Cell, before: (cell: Cell) => Cell | null): Cell[] {
  const way: Cell[] = [];
  for (let cell: Cell = end; ;) {
    const previous = before(cell);
    if (previous === null) return way.reverse();
    way.push(cell);
    cell = previous;
  }
}
