import type { AttemptBook } from '../simulation/attempt-book.js';
import type { ConstraintBook } from '../simulation/constraint-book.js';
import type { BlockState, SeatState } from '../push/state.js';
import type { Cell, Heading } from './cell.js';

/** Everything of a grid world that changes. Plain JSON. */
export interface GridState {
  tick: number;
  score: number;
  /** Cell of each seat. */
  agents: readonly Cell[];
  /** Where each seat last wanted to go: the way it faces. */
  headings: readonly Heading[];
  /** Whether each seat moved in the last grid step. */
  moved: readonly boolean[];
  /** Lower left cell of each block. */
  corners: readonly Cell[];
  readonly blocks: BlockState[];
  readonly seats: SeatState[];
  pushersChanged: boolean;
  readonly attempts: AttemptBook['open'];
  readonly constraints: ConstraintBook['tasks'];
}
