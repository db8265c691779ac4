import type { ActionOutcome, Json } from '@quorum/events';
import type { MotorCommand } from '../physics/motor.js';
import type { Point } from '../navigation/point.js';
import type { PushAction } from './actions.js';
import type { Scene } from './scene.js';

/** What a controller may use. */
export interface ControlContext {
  readonly scene: Scene;
  readonly tick: number;
  /** Tells the log which way is planned. */
  planned(seat: number, path: readonly Point[]): void;
}

/** What a controller wants for the coming tick: motion, or an end. */
export type ControlStep = { readonly command: MotorCommand } | { readonly outcome: ActionOutcome };

/**
 * Turns one kind of action into motor commands, tick by tick, and says when it is done and why. Stateless: `start`
 * makes its JSON memory, `step` mutates it.
 */
export interface Controller<A extends PushAction, M extends Json> {
  start(context: ControlContext, seat: number, action: A): M | { readonly outcome: ActionOutcome };
  step(context: ControlContext, seat: number, action: A, memory: M): ControlStep;
}
