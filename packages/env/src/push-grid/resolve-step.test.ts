import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HEADINGS } from './cell.js';
import { isInside, type Grid } from './grid.js';
import { resolveStep, type Move } from './resolve-step.js';
import { drawGrid, readGrid, readMoves } from './testing/ascii-grid.js';

/** The grid after one step. */
function after(drawing: string, moves: string, weights?: Record<string, number>): string {
  const grid = readGrid(drawing, weights);
  return drawGrid({ ...grid, ...resolveStep(grid, readMoves(moves)) });
}

/** The drawing itself, as `drawGrid` would draw it. */
const drawn = (drawing: string): string => drawGrid(readGrid(drawing));

it('moves a block of weight 1 with one pusher, who follows', () => {
  expect(after('. 0 A . .', '>!')).toBe(drawn('. . 0 A .'));
  expect(after('. . A 0 .', '<!')).toBe(drawn('. A 0 . .'));
  expect(after('.\nA\n0', '^!')).toBe(drawn('A\n0\n.'));
  expect(after('0\nA\n.', 'v!')).toBe(drawn('.\n0\nA'));
});

it('moves a block with as many agents as it weighs, not with one less', () => {
  const grid = `
    0 A A .
    1 A A .`;
  expect(after(grid, '>! .')).toBe(drawn(grid));
  expect(after(grid, '>! >!')).toBe(
    drawn(`
    . 0 A A
    . 1 A A`),
  );
});

it('adds the force of agents lined up behind a pusher', () => {
  expect(
    after(
      `
    1 0 A A .
    . . A A .`,
      '>! >!',
    ),
  ).toBe(
    drawn(`
    . 1 0 A A
    . . . A A`),
  );
  expect(after('2 1 0 A .', '>! >! >!', { A: 3 })).toBe(drawn('. 2 1 0 A'));
});

it.each([
  ['a gap in the line', '1 . 0 A .', '>! >!', '. 1 0 A .'],
  ['one in the line who pushes another way', '1 0 A .', '>! <!', '1 0 A .'],
  ['one in the line who only walks', '1 0 A .', '>! >', '1 0 A .'],
  ['one in the line who stands', '2 1 0 A .', '>! . >!', '2 1 0 A .'],
])('does not add force across %s', (_what, drawing, moves, expected) => {
  expect(after(drawing, moves, { A: 2 })).toBe(drawn(expected));
});

it('does not push with somebody who only walks', () => {
  expect(after('0 A .', '>')).toBe(drawn('0 A .'));
});

it('moves blocks in line as one with the sum of their weights', () => {
  expect(after('. 0 A B .', '>!')).toBe(drawn('. 0 A B .'));
  expect(after('1 0 A B .', '>! >!')).toBe(drawn('. 1 0 A B'));
  expect(after('2 1 0 A B C .', '>! >! >!')).toBe(drawn('. 2 1 0 A B C'));
});

it('takes every block along that any block of the chain touches', () => {
  const grid = `
    0 A A B .
    1 A A C .`;
  const weights = { A: 2, B: 1, C: 1 };
  expect(after(grid, '>! >!', weights)).toBe(drawn(grid));
  expect(after(grid, '>! >!', { ...weights, A: 1, C: 0 })).toBe(
    drawn(`
    . 0 A A B
    . 1 A A C`),
  );
});

it('counts those who push a block further ahead in the chain', () => {
  expect(
    after(
      `
    . 1 B B .
    0 A B B .`,
      '>! >!',
      { A: 0, B: 2 },
    ),
  ).toBe(
    drawn(`
    . . 1 B B
    . 0 A B B`),
  );
});

it('leaves a block where the wall is, even with more than enough', () => {
  expect(after('1 0 A', '>! >!')).toBe(drawn('1 0 A'));
  expect(after('1 0 A B', '>! >!')).toBe(drawn('1 0 A B'));
});

it('moves no block onto an agent, not even one who leaves', () => {
  expect(after('0 A 1 .', '>! .')).toBe(drawn('0 A 1 .'));
  expect(after('0 A 1 .', '>! >')).toBe(drawn('0 A . 1'));
});

it('lets neither side of a block win when both push', () => {
  expect(after('0 A 1', '>! <!')).toBe(drawn('0 A 1'));
  expect(after('. 1 0 A 2 .', '>! >! <!')).toBe(drawn('. 1 0 A 2 .'));
});

it('resolves pushes in the order up, down, left, right, and moves nothing twice', () => {
  expect(
    after(
      `
    . . .
    0 A .
    . 1 .`,
      '>! ^!',
    ),
  ).toBe(
    drawn(`
    . A .
    0 1 .
    . . .`),
  );
});

it('does not push a block again that has just come before a pusher', () => {
  expect(
    after(
      `
    0 . .
    . A .
    . 1 .`,
      '>! ^!',
    ),
  ).toBe(
    drawn(`
    0 A .
    . 1 .
    . . .`),
  );
});

it('gives a contested cell to the agent with the smallest number', () => {
  expect(after('1 . 0', '< >')).toBe(drawn('1 0 .'));
  expect(after('0 . 1', '> <')).toBe(drawn('. 0 1'));
  expect(
    after(
      `
    . 2 .
    1 . 0
    . . .`,
      '< > v',
    ),
  ).toBe(
    drawn(`
    . 2 .
    1 0 .
    . . .`),
  );
});

it.each([
  ['a block', '0 A .', '>', '0 A .'],
  ['an agent who stands', '0 1 .', '> .', '0 1 .'],
  ['an agent who leaves in the same step', '0 1 .', '> >', '0 . 1'],
  ['an agent with a smaller number who leaves', '1 0 .', '> >', '1 . 0'],
  ['an agent who comes the other way', '0 1', '> <', '0 1'],
  ['the wall', '. 0', '>', '. 0'],
])('lets nobody enter a cell occupied by %s', (_what, drawing, moves, expected) => {
  expect(after(drawing, moves)).toBe(drawn(expected));
});

it('lets a walker into a cell that a pusher has just left', () => {
  expect(after('1 0 A .', '>! >')).toBe(drawn('. 1 0 A'));
});

it('closes the goal strip to agents but not to blocks', () => {
  expect(after('0 #', '>')).toBe(drawn('0 #'));
  expect(after('0 A #', '>!')).toBe(
    drawGrid({ ...readGrid('. 0 #'), blocks: [{ x: 2, y: 0, side: 1, weight: 1 }] }),
  );
});

const anyMove: fc.Arbitrary<Move | null> = fc.option(
  fc.record({ heading: fc.constantFrom(...HEADINGS), presses: fc.boolean() }),
);

/** Random worlds: squares and agents dropped on free cells of a 7 x 6 grid. */
const anyGrid: fc.Arbitrary<Grid> = fc
  .record({
    drops: fc.array(fc.tuple(fc.nat(6), fc.nat(5), fc.integer({ min: 0, max: 2 })), { maxLength: 16 }),
    weight: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ drops, weight }) => {
    const grid = { columns: 7, rows: 6, goalColumn: 6, agents: [], blocks: [] } as {
      -readonly [K in keyof Grid]: Grid[K] extends readonly (infer T)[] ? T[] : Grid[K];
    };
    for (const [x, y, side] of drops) {
      const size = Math.max(1, side);
      const isFree = footprint({ x, y, side: size }).every(
        (cell) => isInside(grid, cell) && cell.x < 6 && !occupants(grid).has(`${cell.x},${cell.y}`),
      );
      if (isFree && side === 0) grid.agents.push({ x, y });
      else if (isFree) grid.blocks.push({ x, y, side, weight });
    }
    return grid;
  });

function footprint({ x, y, side }: { x: number; y: number; side: number }): { x: number; y: number }[] {
  return Array.from({ length: side * side }, (_, i) => ({ x: x + (i % side), y: y + Math.floor(i / side) }));
}

/** How many entities stand on each cell that is not empty. */
function occupants({ agents, blocks }: Pick<Grid, 'agents' | 'blocks'>): Map<string, number> {
  const counts = new Map<string, number>();
  const all = [
    ...agents.map((agent) => ({ ...agent, side: 1 })),
    ...blocks.flatMap((block) => (block ? [block] : [])),
  ];
  for (const entity of all) {
    for (const { x, y } of footprint(entity)) {
      counts.set(`${x},${y}`, (counts.get(`${x},${y}`) ?? 0) + 1);
    }
  }
  return counts;
}

it('keeps one entity per cell, inside the walls, and moves everything by one cell at most', () => {
  fc.assert(
    fc.property(anyGrid, fc.array(anyMove, { minLength: 16, maxLength: 16 }), (grid, moves) => {
      const next = { ...grid, ...resolveStep(grid, moves) };
      expect([...occupants(next).values()].every((count) => count === 1)).toBe(true);
      for (const [seat, agent] of next.agents.entries()) {
        expect(isInside(grid, agent) && agent.x < grid.goalColumn).toBe(true);
        const before = grid.agents[seat] ?? agent;
        const move = moves[seat];
        const distance = Math.abs(agent.x - before.x) + Math.abs(agent.y - before.y);
        expect(distance).toBeLessThanOrEqual(move ? 1 : 0);
      }
      for (const [index, block] of next.blocks.entries()) {
        const before = grid.blocks[index];
        expect(block && footprint(block).every((cell) => isInside(grid, cell))).toBe(true);
        if (!block || !before) continue;
        const distance = Math.abs(block.x - before.x) + Math.abs(block.y - before.y);
        expect(distance).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 500 },
  );
});

it('moves no block without as many pressing agents as the block weighs', () => {
  fc.assert(
    fc.property(anyGrid, fc.array(anyMove, { minLength: 16, maxLength: 16 }), (grid, moves) => {
      const next = resolveStep(grid, moves);
      for (const [index, block] of next.blocks.entries()) {
        const before = grid.blocks[index];
        if (!block || !before || (block.x === before.x && block.y === before.y)) continue;
        const heading = HEADINGS.find(
          (name) =>
            (name === 'up' && block.y > before.y) ||
            (name === 'down' && block.y < before.y) ||
            (name === 'left' && block.x < before.x) ||
            (name === 'right' && block.x > before.x),
        );
        const pressing = grid.agents.filter((agent, seat) => {
          const moved = next.agents[seat];
          const hasMoved = moved && (moved.x !== agent.x || moved.y !== agent.y);
          return hasMoved && moves[seat]?.presses && moves[seat].heading === heading;
        });
        expect(pressing.length).toBeGreaterThanOrEqual(before.weight);
      }
    }),
    { numRuns: 500 },
  );
});
