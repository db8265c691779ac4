import type {
  ActionAssigned,
  ActionEnded,
  AttemptChanged,
  AttemptEnded,
  AttemptStarted,
  BodyRemoved,
  EpisodeEnded,
  InterventionApplied,
  PlanCommitted,
  PlanEnded,
  ScoreChanged,
} from '@quorum/events';
import { addEvent, producersOf } from './add-node.js';
import type { GraphState } from './graph-state.js';
import { perceiveBody } from './perceive.js';
import { commitSeat, releaseSeat } from './tasks.js';

/** A plan takes effect: its activation takes up the task, and has seen what others did to its body. */
export function commitPlan(state: GraphState, event: PlanCommitted): void {
  const { seat, task, seq, observation } = event;
  const producers = producersOf(state, event.inputs);
  addEvent(state, event, { kind: 'plan', seats: [seat], task, producers });
  const place = state.seats[seat];
  if (place === undefined) return;
  const { shown } = place;
  const observed = shown?.seq === observation ? shown.time : event.time;
  if (task !== null) state.engaged += 1;
  place.plan = { seq, task, observation, observed };
  const target = task === null ? undefined : state.tasks.get(task);
  if (target === undefined) return;
  commitSeat(target, seat);
  place.asked.delete(target.id);
  for (const id of producers) {
    const activation = state.activations.get(id);
    if (activation === undefined) continue;
    activation.outputs += 1;
    activation.consumed.push(target.node.id);
    target.node.consumed += 1;
    target.node.receipts.push({
      seat,
      fate: 'consumed',
      handedOn: false,
      implicit: false,
      seq,
      arrived: null,
      activation: id,
      delayedAt: null,
    });
    perceiveBody(state, activation, seat, { body: target.body, observation, seq });
  }
}

/** A plan is over. */
export function endPlan(state: GraphState, event: PlanEnded): void {
  const plan = state.nodeOf.get(event.inputs[0] ?? -1);
  if (plan?.kind !== 'plan') return;
  plan.outcome = event.outcome;
  plan.ended = event.time;
  state.nodeOf.set(event.seq, plan);
  const seat = state.seats[event.seat];
  if (seat?.plan?.seq !== plan.id) return;
  seat.plan = null;
  if (plan.task === null) return;
  state.engaged -= 1;
  const task = state.tasks.get(plan.task);
  if (task !== undefined) releaseSeat(task, event.seat, event);
}

/** A body is given an action of its plan. */
export function assignAction(state: GraphState, event: ActionAssigned): void {
  if (event.action === null) return;
  const producers = producersOf(state, event.inputs);
  addEvent(state, event, { kind: 'action', seats: [event.seat], task: event.task, producers });
}

export function endAction(state: GraphState, event: ActionEnded): void {
  const action = state.nodeOf.get(event.inputs[0] ?? -1);
  if (action?.kind !== 'action') return;
  action.outcome = event.outcome;
  state.nodeOf.set(event.seq, action);
}

/** Agents begin the terminal action of a task: others can see it. */
export function startAttempt(state: GraphState, event: AttemptStarted): void {
  const { seats, task } = event;
  const producers = producersOf(state, event.inputs);
  const attempt = addEvent(state, event, { kind: 'attempt', seats, task, producers });
  state.attempts += 1;
  const body = state.tasks.get(task)?.body;
  if (body !== undefined) state.bodies.get(body)?.effects.push(attempt);
}

export function changeAttempt(state: GraphState, event: AttemptChanged): void {
  const attempt = state.nodeOf.get(event.inputs[0] ?? -1);
  if (attempt?.kind !== 'attempt') return;
  attempt.producers = producersOf(state, [attempt.id, ...event.inputs]);
  attempt.seats = [...new Set([...attempt.seats, ...event.seats])].sort((a, b) => a - b);
}

export function endAttempt(state: GraphState, event: AttemptEnded): void {
  const attempt = state.nodeOf.get(event.inputs[0] ?? -1);
  if (attempt?.kind !== 'attempt' || attempt.outcome !== null) return;
  attempt.outcome = event.success ? 'success' : 'failed';
  attempt.seats = event.seats;
  state.attempts -= 1;
  state.nodeOf.set(event.seq, attempt);
  const body = state.tasks.get(event.task)?.body;
  if (!event.success || body === undefined) return;
  state.bodies.get(body)?.changes.push({ seq: event.seq, time: event.time, seats: event.seats });
}

/** A body leaves: the effect that everybody can see. */
export function removeBody(state: GraphState, event: BodyRemoved): void {
  const producers = producersOf(state, event.inputs);
  const seats = seatsOf(state, producers);
  const origin = producers.length === 0 ? 'world' : 'team';
  const delivery = addEvent(state, event, { kind: 'delivery', seats, origin, producers });
  const body = state.bodies.get(event.body);
  body?.effects.push(delivery);
  body?.changes.push({ seq: event.seq, time: event.time, seats });
}

export function changeScore(state: GraphState, event: ScoreChanged): void {
  const { seats, task } = event;
  const producers = producersOf(state, event.inputs);
  const origin = producers.length === 0 ? 'world' : 'team';
  addEvent(state, event, { kind: 'score', seats, origin, task, producers });
}

/** An observer acts. What it says of its reasons is not read. */
export function intervene(state: GraphState, event: InterventionApplied): void {
  if (event.kind === 'note') return;
  const intervention = addEvent(state, event, { kind: 'intervention', seats: [], origin: 'system' });
  intervention.outcome = event.kind;
}

export function endEpisode(state: GraphState, event: EpisodeEnded): void {
  const end = addEvent(state, event, { kind: 'end', seats: [], origin: 'world' });
  end.outcome = event.status;
  state.status = event.status;
}

function seatsOf(state: GraphState, activations: readonly number[]): number[] {
  const seats = activations.map((id) => state.activations.get(id)?.seat ?? -1);
  return [...new Set(seats)].filter((seat) => seat >= 0).sort((a, b) => a - b);
}
