import type { Heading } from '../cell.js';
import { agentAt, blockAt, type Grid, type GridBlock } from '../grid.js';
import type { Move } from '../resolve-step.js';

/**
 * Reads a drawn grid, top row first: digits are agents, letters blocks (weight = side unless given), `#` the goal
 * strip, anything else floor. Spaces between the cells are ignored.
 */
export function readGrid(drawing: string, weights: Readonly<Record<string, number>> = {}): Grid {
  const lines = drawing
    .trim()
    .split('\n')
    .map((line) => line.replace(/\s/g, ''));
  const rows = lines.length;
  const columns = lines[0]?.length ?? 0;
  const cells = lines.flatMap((line, fromTop) =>
    [...line].map((sign, x) => ({ sign, x, y: rows - 1 - fromTop })),
  );
  const cellsOf = (sign: string) => cells.filter((cell) => cell.sign === sign);
  const named = (pattern: RegExp) =>
    [...new Set(cells.map(({ sign }) => sign).filter((sign) => pattern.test(sign)))].sort();
  const blocks = named(/[A-Z]/).map((sign): GridBlock => {
    const own = cellsOf(sign);
    const x = Math.min(...own.map((cell) => cell.x));
    const y = Math.min(...own.map((cell) => cell.y));
    const side = Math.max(...own.map((cell) => cell.x)) - x + 1;
    return { x, y, side, weight: weights[sign] ?? side };
  });
  const agents = named(/[0-9]/).map((sign) => {
    const [cell] = cellsOf(sign);
    return { x: cell?.x ?? 0, y: cell?.y ?? 0 };
  });
  const goal = cellsOf('#').map(({ x }) => x);
  return { columns, rows, goalColumn: Math.min(columns, ...goal), agents, blocks };
}

/** Draws a grid as `readGrid` reads it. */
export function drawGrid(grid: Grid): string {
  const lines = Array.from({ length: grid.rows }, (_, fromTop) => {
    const y = grid.rows - 1 - fromTop;
    return Array.from({ length: grid.columns }, (_, x) => {
      const agent = agentAt(grid, { x, y });
      const block = blockAt(grid, { x, y });
      if (agent >= 0) return String(agent);
      if (block >= 0) return String.fromCharCode(65 + block);
      return x >= grid.goalColumn ? '#' : '.';
    }).join(' ');
  });
  return lines.join('\n');
}

const HEADING_OF: Readonly<Record<string, Heading>> = { '^': 'up', v: 'down', '<': 'left', '>': 'right' };

/** Moves in seat order: `>` walks, `>!` pushes, `.` stays. */
export function readMoves(text: string): (Move | null)[] {
  return text
    .trim()
    .split(/\s+/)
    .map((sign) => {
      const heading = HEADING_OF[sign[0] ?? ''];
      return heading ? { heading, presses: sign.endsWith('!') } : null;
    });
}
