import { QuorumError } from '@quorum/events';
import { createRng } from '@quorum/env';
import { NO_USAGE, type Usage } from '../clock/clock-profile.js';
import type { Activation } from '../contract/agent.js';
import type { ActivationRequest } from '../contract/protocol.js';
import { begin, type Call } from './begin.js';
import { checkDecision } from './decision-schema.js';
import type { EpisodeContext } from './episode-context.js';
import { enqueue } from './queue.js';
import type { Ending } from './settle.js';

/** What an agent came up with. */
type Answer = { readonly value: unknown; readonly usage: Usage } | { readonly error: unknown };

/**
 * Calls the agents that are to think at this instant. All answers are awaited together, then priced and queued in seat
 * order, so that it does not matter which one the host finished first.
 *
 * @returns an ending if agents failed.
 */
export async function think(
  context: EpisodeContext,
  requests: readonly ActivationRequest[],
): Promise<Ending | null> {
  const calls = begin(context, requests);
  const answers = await Promise.all(calls.map(({ activation }) => ask(context, activation)));
  context.options.signal?.throwIfAborted();

  const failures: number[] = [];
  calls.forEach((call, i) => {
    const answer = answers[i];
    if (answer === undefined) return;
    if ('error' in answer) failures.push(reportFailure(context, call.activation, answer.error));
    else queueDecision(context, call, answer.value, answer.usage);
  });
  return failures.length === 0 ? null : { status: 'agent_error', cause: failures };
}

async function ask(context: EpisodeContext, activation: Activation): Promise<Answer> {
  const { seat } = activation;
  const state = context.seat(seat);
  const { seed, repeat } = context.header;
  try {
    const mind = context.minds[seat];
    if (mind === undefined) throw new QuorumError('INTERNAL', `Nothing fills seat ${seat}.`);
    const tools = {
      rng: createRng(seed, 'agent', repeat, seat, state.activations),
      model: { ask: () => Promise.reject(new QuorumError('INTERNAL', 'No model yet.')) },
    };
    const memory = state.memory === undefined ? mind.agent.init(seat) : state.memory;
    const value = await mind.agent.decide(activation, memory, tools);
    return { value, usage: NO_USAGE };
  } catch (error) {
    return { error };
  }
}

function queueDecision(context: EpisodeContext, call: Call, value: unknown, usage: Usage): void {
  const { id, seat, purpose, time, plan } = call.activation;
  const chargeMicros = Math.round(context.clock.chargeMicros(usage) * context.header.clock.timeScale);
  enqueue(context.team.queue, {
    kind: 'decision',
    time: time + chargeMicros,
    seat,
    purpose,
    activation: id,
    observation: call.shown,
    chargeMicros,
    hadPlan: plan !== null,
    ...checkDecision(context.decisions, value),
  });
}

function reportFailure(context: EpisodeContext, { id, seat }: Activation, error: unknown): number {
  return context.emit({
    type: 'activation.ended',
    seat,
    outcome: 'error',
    chargeMicros: 0,
    problem: error instanceof Error ? error.message : String(error),
    inputs: [id],
  });
}
