import type { Point } from '../navigation/point.js';
import type { Face } from '../push/faces.js';

/** A cell of the grid by its column (from the left) and row (from below). Its side is one metre. */
export interface Cell {
  readonly x: number;
  readonly y: number;
}

/** The four ways to go, in the order in which pushes are resolved. */
export const HEADINGS = ['up', 'down', 'left', 'right'] as const;
export type Heading = (typeof HEADINGS)[number];

/** One cell along a heading. */
export const STEP: Readonly<Record<Heading, Cell>> = {
  up: { x: 0, y: 1 },
  down: { x: 0, y: -1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
};

/** Heading in which a push on the face moves the block. */
export const PUSH_HEADING: Readonly<Record<Face, Heading>> = {
  left: 'right',
  right: 'left',
  top: 'down',
  bottom: 'up',
};

export const sameCell = (a: Cell, b: Cell): boolean => a.x === b.x && a.y === b.y;

/** The cell `count` steps further along a heading (backwards if negative). */
export function ahead(cell: Cell, heading: Heading, count = 1): Cell {
  return { x: cell.x + STEP[heading].x * count, y: cell.y + STEP[heading].y * count };
}

/** Middle of a cell, metres. */
export const centreOf = ({ x, y }: Cell): Point => ({ x: x + 0.5, y: y + 0.5 });

/** The cell that a point lies in. */
export const cellOf = ({ x, y }: Point): Cell => ({ x: Math.floor(x), y: Math.floor(y) });
