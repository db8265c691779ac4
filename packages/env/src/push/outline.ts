import type { PlanOutline } from '../contract/proposal.js';
import { AGENT_SPEED } from '../physics/constants.js';
import type { PushAction } from './actions.js';
import { parseTask } from './faces.js';

/** How long somebody presses a block that does not move before giving up, seconds. */
const PRESSING_SECONDS = 3;

/** Seconds of an action besides walking to the face; waiting for others is patience, not delay. */
function delayOf(action: PushAction): number {
  if (action.type === 'wait') return action.seconds;
  return action.type === 'move' || action.type === 'yieldBlock' ? action.meters / AGENT_SPEED : 0;
}

/**
 * What a plan for a push task comes to. Whether another block is pushed on the way, and whether a rendezvous lets go
 * before enough have come, is not looked at.
 */
export function outlinePush(actions: readonly PushAction[], task: string): PlanOutline {
  const block = parseTask(task)?.block;
  const last = actions.findIndex((action) => action.type === 'push' && action.block === block);
  const before = last < 0 ? actions : actions.slice(0, last);
  const waits = before.map((action) =>
    action.type === 'rendezvous' && action.block === block ? action.timeout : 0,
  );
  return {
    works: last >= 0,
    delaySeconds: before.reduce((sum, action) => sum + delayOf(action), 0),
    patienceSeconds: waits.reduce((sum, seconds) => sum + seconds, PRESSING_SECONDS),
  };
}
