import type { ActivationRecord, EventRecord, GraphState } from './graph-state.js';

/**
 * A seat plans for a task: what others did to its body before the seat looked, and it had no chance to see before, is
 * consumed without a word. Each effect counts once for each seat, so that the cost is spread over the effects.
 */
export function perceiveBody(
  state: GraphState,
  activation: ActivationRecord,
  seat: number,
  look: { readonly body: string; readonly observation: number; readonly seq: number },
): void {
  const { body, observation, seq } = look;
  const effects = state.bodies.get(body)?.effects ?? [];
  const seen = state.seats[seat]?.seen;
  if (seen === undefined) return;
  let next = seen.get(body) ?? 0;
  for (
    let effect = effects[next];
    effect !== undefined && effect.id < observation;
    effect = effects[++next]
  ) {
    perceive(activation, effect, seat, seq);
  }
  seen.set(body, next);
}

/** What a seat was working at has been taken away by others. */
export function perceiveRemoval(
  state: GraphState,
  activation: ActivationRecord,
  task: string | null,
  seq: number,
): void {
  const body = task === null ? undefined : state.tasks.get(task)?.body;
  const effect = body === undefined ? undefined : state.bodies.get(body)?.effects.at(-1);
  if (effect?.kind === 'delivery') perceive(activation, effect, activation.seat, seq);
}

function perceive(activation: ActivationRecord, effect: EventRecord, seat: number, seq: number): void {
  if (effect.seats.every((one) => one === seat) || effect.producers.includes(activation.id)) return;
  activation.perceived.push(effect.id);
  effect.receipts.push({
    seat,
    fate: 'consumed',
    handedOn: false,
    implicit: true,
    seq,
    arrived: null,
    activation: activation.id,
    delayedAt: null,
  });
}
