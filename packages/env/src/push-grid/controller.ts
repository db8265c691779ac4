import type { ActionOutcome, Json } from '@quorum/events';
import type { PushAction } from '../push/actions.js';
import type { Cell } from './cell.js';
import type { GridScene } from './grid-scene.js';
import type { Move } from './resolve-step.js';

/** What a controller may use. */
export interface GridContext {
  readonly scene: GridScene;
  readonly tick: number;
  /** Tells the log which way is planned. */
  planned(seat: number, way: readonly Cell[]): void;
}

/**
 * Turns one kind of action into moves on the grid and says when it is done and why. Stateless: `start` makes its JSON
 * memory, the others may mutate it.
 */
export interface GridController<A extends PushAction, M extends Json> {
  start(context: GridContext, seat: number, action: A): M | { readonly outcome: ActionOutcome };
  /** Asked at every tick: how the action has ended, or null. */
  check(context: GridContext, seat: number, action: A, memory: M): ActionOutcome | null;
  /** Asked at every grid step: what to try, or null to stay. */
  move(context: GridContext, seat: number, action: A, memory: M): Move | null;
}
