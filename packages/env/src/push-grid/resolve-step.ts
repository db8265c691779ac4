import { ahead, HEADINGS, type Cell, type Heading } from './cell.js';
import {
  agentAt,
  blockAt,
  cellsBeside,
  chainOf,
  isFloor,
  isInside,
  linedUp,
  type Grid,
  type GridBlock,
} from './grid.js';

/** What an agent tries in one grid step. */
export interface Move {
  readonly heading: Heading;
  /** Whether it pushes blocks, as `push` does, or only walks. */
  readonly presses: boolean;
}

/** Where everything stands after a grid step. */
export interface Resolved {
  readonly agents: readonly Cell[];
  readonly blocks: readonly (GridBlock | null)[];
}

/**
 * One step of the published CUBE rule (NeurIPS 2025 SEA workshop), all agents at once:
 *
 * 1. Pushes, by heading (up, down, left, right) and block number. A block moves together with all blocks in line ahead
 *    of it when at least as many agents press on the chain as it weighs and every cell ahead of it is inside the grid
 *    and free; agents lined up behind a pressing agent press too. The chain and all who press on it advance one cell,
 *    or nothing moves. Nothing moves twice in a step.
 * 2. Walks: into a cell of the floor that nobody stands on when the walks begin; of several agents who want the same
 *    cell the one with the smallest number gets it.
 *
 * @param moves in seat order; null stays
 */
export function resolveStep(grid: Grid, moves: readonly (Move | null)[]): Resolved {
  const now = { ...grid, agents: [...grid.agents], blocks: [...grid.blocks] };
  const moved = { agents: new Set<number>(), blocks: new Set<number>() };
  for (const heading of HEADINGS) {
    for (let index = 0; index < now.blocks.length; index++) pushChain(now, moves, moved, index, heading);
  }
  walk(now, moves, moved.agents);
  return { agents: now.agents, blocks: now.blocks };
}

interface MutableGrid extends Grid {
  readonly agents: Cell[];
  readonly blocks: (GridBlock | null)[];
}

interface Moved {
  readonly agents: Set<number>;
  readonly blocks: Set<number>;
}

function pushChain(
  grid: MutableGrid,
  moves: readonly (Move | null)[],
  moved: Moved,
  first: number,
  heading: Heading,
): void {
  const presses = (seat: number): boolean =>
    moves[seat]?.presses === true && moves[seat].heading === heading && !moved.agents.has(seat);
  if (linedUp(grid, first, heading, presses).length === 0) return;
  const chain = chainOf(grid, first, heading);
  if (chain.some((index) => moved.blocks.has(index))) return;
  const pushers = chain.flatMap((index) => linedUp(grid, index, heading, presses));
  const weight = chain.reduce((sum, index) => sum + (grid.blocks[index]?.weight ?? 0), 0);
  if (pushers.length < weight || !canAdvance(grid, chain, pushers, heading)) return;
  for (const index of chain) {
    const block = grid.blocks[index];
    if (block) grid.blocks[index] = { ...block, ...ahead(block, heading) };
    moved.blocks.add(index);
  }
  for (const seat of pushers) {
    const agent = grid.agents[seat];
    if (agent) grid.agents[seat] = ahead(agent, heading);
    moved.agents.add(seat);
  }
}

/** Whether every cell ahead of the chain is inside and free, or about to be left by one who presses on it. */
function canAdvance(
  grid: Grid,
  chain: readonly number[],
  pushers: readonly number[],
  heading: Heading,
): boolean {
  return chain.every((index) => {
    const block = grid.blocks[index];
    if (!block) return true;
    return cellsBeside(block, heading, 1).every((cell) => {
      const agent = agentAt(grid, cell);
      const next = blockAt(grid, cell);
      return (
        isInside(grid, cell) && (agent < 0 || pushers.includes(agent)) && (next < 0 || chain.includes(next))
      );
    });
  });
}

function walk(grid: MutableGrid, moves: readonly (Move | null)[], moved: ReadonlySet<number>): void {
  const start = { ...grid, agents: [...grid.agents] };
  for (const [seat, agent] of start.agents.entries()) {
    const move = moves[seat];
    if (!move || moved.has(seat)) continue;
    const target = ahead(agent, move.heading);
    const isFree = isFloor(grid, target) && agentAt(start, target) < 0 && agentAt(grid, target) < 0;
    if (isFree) grid.agents[seat] = target;
  }
}
