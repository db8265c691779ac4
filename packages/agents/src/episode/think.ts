import { QuorumError } from '@quorum/events';
import { createRng } from '@quorum/env';
import type { Usage } from '../clock/clock-profile.js';
import type { Activation } from '../contract/agent.js';
import { begin, type Call, type ThoughtRequest } from './begin.js';
import { commitCalls } from './commit-calls.js';
import { checkDecision } from './decision-schema.js';
import type { EpisodeContext } from './episode-context.js';
import { enqueue } from './queue.js';
import { SeatModel } from './seat-model.js';
import type { Ending } from './settle.js';

/** What an agent came up with. */
type Answer = { readonly value: unknown } | { readonly error: unknown };

/**
 * Calls the agents that are to think at this instant. All answers are awaited together, then logged, taped, priced and
 * queued in seat order, so that it does not matter which one the host finished first.
 *
 * @returns an ending if agents or their models failed.
 * @throws what prevented a call of a model, in seat order; the reason of the signal
 */
export async function think(
  context: EpisodeContext,
  requests: readonly ThoughtRequest[],
): Promise<Ending | null> {
  const calls = begin(context, requests);
  const models = lendModels(context, calls);
  const answers = await Promise.all(calls.map((call, i) => ask(context, call.activation, models[i])));
  context.options.signal?.throwIfAborted();
  for (const { fatal } of models) if (fatal !== null) throw fatal.error;

  let ending: Ending | null = null;
  calls.forEach((call, i) => {
    const { failure = null, calls: made = [] } = models[i] ?? {};
    const answer = answers[i] ?? { error: failure };
    const usage = commitCalls(context, made, call.activation.id);
    if (failure === null && 'value' in answer) {
      queueDecision(context, call, answer.value, usage);
      return;
    }
    const error = failure ?? ('error' in answer ? answer.error : null);
    const cause = [...(ending?.cause ?? []), reportFailure(context, call.activation, error)];
    ending = { status: ending?.status ?? failure?.status ?? 'agent_error', cause };
  });
  return ending;
}

/** The models of the seats that think now, in the order of the calls. */
function lendModels(context: EpisodeContext, calls: readonly Call[]): SeatModel[] {
  const thinkers = calls.filter(({ activation: { seat } }) => context.thinks(seat)).length;
  let index = 0;
  return calls.map(({ activation: { seat } }) => {
    const place = { index, of: thinkers };
    if (context.thinks(seat)) index += 1;
    return new SeatModel(context, seat, place);
  });
}

async function ask(
  context: EpisodeContext,
  activation: Activation,
  model: SeatModel | undefined,
): Promise<Answer> {
  const { seat } = activation;
  const state = context.seat(seat);
  const { seed, repeat } = context.header;
  try {
    const mind = context.minds[seat];
    if (mind === undefined || model === undefined) {
      throw new QuorumError('INTERNAL', `Nothing fills seat ${seat}.`);
    }
    const tools = { rng: createRng(seed, 'agent', repeat, seat, state.activations), model };
    const memory = state.memory === undefined ? mind.agent.init(seat) : state.memory;
    return { value: await mind.agent.decide(activation, memory, tools) };
  } catch (error) {
    return { error };
  } finally {
    await model?.close();
  }
}

function queueDecision(context: EpisodeContext, call: Call, value: unknown, usage: Usage): void {
  const { id, seat, purpose, time, plan, commands } = call.activation;
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
    to: call.to,
    gateOpen: call.gateOpen,
    commanded: call.commanded,
    ...(call.repair === undefined ? {} : { repair: call.repair }),
    ...checkDecision(context.decisions, value, { commands, nextSeq: context.team.nextSeq }),
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
