import type { Json } from '@quorum/events';
import type { PushAction } from '../actions.js';
import type { Controller } from '../controller.js';
import { moveToFace, rendezvous } from './at-face.js';
import { move } from './move.js';
import { push } from './push.js';
import { wait, waitAgents } from './standing.js';
import { navigate, yieldBlock } from './walking.js';

const controllers = { move, navigate, moveToFace, rendezvous, push, yieldBlock, wait, waitAgents };

/** The controller of an action. Each knows its own action and memory; from outside they are all alike. */
export function controllerOf(action: PushAction): Controller<PushAction, Json> {
  return controllers[action.type];
}
