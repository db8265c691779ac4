import type { Envelope, EventType, QuorumEvent } from '@quorum/events';
import { endActivation, startActivation } from './calls.js';
import {
  assignAction,
  changeAttempt,
  changeScore,
  commitPlan,
  endAction,
  endAttempt,
  endEpisode,
  endPlan,
  intervene,
  removeBody,
  startAttempt,
} from './effects.js';
import type { GraphState } from './graph-state.js';
import {
  deliverMessage,
  evictMessages,
  loseMessage,
  refuseMessage,
  sendMessage,
  showMessages,
} from './talk.js';
import { changeRequired, closeTask, openTask } from './tasks.js';

/** Events that change the graph. */
export const GRAPH_EVENTS: readonly EventType[] = [
  'task.opened',
  'task.closed',
  'constraint.changed',
  'activation.started',
  'activation.ended',
  'observation.shown',
  'plan.committed',
  'plan.ended',
  'action.assigned',
  'action.ended',
  'action.path',
  'attempt.started',
  'attempt.changed',
  'attempt.ended',
  'world.bodyRemoved',
  'score.changed',
  'message.sent',
  'message.refused',
  'message.delivered',
  'message.lost',
  'memory.evicted',
  'intervention.applied',
  'episode.ended',
];

/** Takes an event of `GRAPH_EVENTS` into the graph, at constant cost averaged over a log. Never reads ground truth. */
export function stepGraph(state: GraphState, event: QuorumEvent): void {
  state.time = event.time;
  switch (event.type) {
    case 'task.opened':
      return openTask(state, event);
    case 'task.closed':
      moveOn(state, event);
      return closeTask(state, event);
    case 'constraint.changed':
      return changeRequired(state, event);
    case 'activation.started':
      return startActivation(state, event);
    case 'activation.ended':
      return endActivation(state, event);
    case 'observation.shown':
      return showMessages(state, event);
    case 'plan.committed':
      if (event.task !== null) moveOn(state, event);
      return commitPlan(state, event);
    case 'plan.ended':
      if ((state.seats[event.seat]?.plan?.task ?? null) !== null) moveOn(state, event);
      return endPlan(state, event);
    case 'action.assigned':
      return assignAction(state, event);
    case 'action.ended':
      return endAction(state, event);
    case 'action.path':
      // Plans need not name a task; a body that walks is doing something.
      moveOn(state, event);
      return;
    case 'attempt.started':
      moveOn(state, event);
      return startAttempt(state, event);
    case 'attempt.changed':
      return changeAttempt(state, event);
    case 'attempt.ended':
      moveOn(state, event);
      return endAttempt(state, event);
    case 'world.bodyRemoved':
      return removeBody(state, event);
    case 'score.changed':
      return changeScore(state, event);
    case 'message.sent':
      moveOn(state, event);
      return sendMessage(state, event);
    case 'message.refused':
      return refuseMessage(state, event);
    case 'message.delivered':
      return deliverMessage(state, event);
    case 'message.lost':
      return loseMessage(state, event);
    case 'memory.evicted':
      return evictMessages(state, event);
    case 'intervention.applied':
      return intervene(state, event);
    case 'episode.ended':
      return endEpisode(state, event);
    default:
      return;
  }
}

/** Something is said, planned for a task, or done. */
function moveOn(state: GraphState, { time, seq }: Envelope): void {
  state.lastActive = time;
  state.lastActiveSeq = seq;
}
