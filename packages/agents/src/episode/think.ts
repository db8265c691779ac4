import { QuorumError, ticksToMicros } from '@quorum/events';
import { createRng } from '@quorum/env';
import type { Usage } from '../clock/clock-profile.js';
import type { Activation } from '../contract/agent.js';
import type { ActivationRequest } from '../contract/protocol.js';
import { checkDecision } from './decision-schema.js';
import type { EpisodeContext } from './episode-context.js';
import { enqueue } from './queue.js';
import { show } from './show.js';
import { setStage } from './stages.js';
import { progress, viewTeam } from './view-team.js';

/** What an agent came up with. */
type Answer = { readonly value: unknown; readonly usage: Usage } | { readonly error: unknown };

/** An activation that has begun. */
interface Call {
  readonly activation: Activation;
  /** `seq` of its `observation.shown`. */
  readonly observation: number;
}

/**
 * Calls the agents that are to think at this instant. All answers are awaited together, then priced and queued in seat
 * order, so that it does not matter which one the host finished first.
 *
 * @returns the events that report agents which threw; none if all is well.
 */
export async function think(
  context: EpisodeContext,
  requests: readonly ActivationRequest[],
): Promise<readonly number[]> {
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
  return failures;
}

/** Logs the beginning of each activation and what is shown, in seat order. */
function begin(context: EpisodeContext, requests: readonly ActivationRequest[]): Call[] {
  const begun = requests
    .toSorted((a, b) => a.seat - b.seat)
    .map(({ seat, purpose, cause }) => {
      const state = context.seat(seat);
      if (state.thinking) {
        throw new QuorumError(
          'INTERNAL',
          `Protocol '${context.structure.protocol.name}' activated seat ${seat} while it was thinking.`,
        );
      }
      state.thinking = true;
      state.activations += 1;
      const id = context.emit({ type: 'activation.started', seat, purpose, inputs: cause });
      if (state.stage !== 'R') setStage(context, seat, 'I', [id]);
      const observation = context.simulation.observe(seat, context.minds[seat]?.privileged);
      return { id, seat, purpose, observation, shown: show(context, seat, observation, id) };
    });

  const privileged = begun.filter(({ seat }) => context.minds[seat]?.privileged);
  const team = privileged.length > 0 ? viewTeam(context, privileged) : null;
  return begun.map(({ shown, ...what }) => ({
    observation: shown,
    activation: {
      ...what,
      time: context.now,
      inbox: [],
      plan: progress(context, what.seat),
      lastPlan: context.seat(what.seat).lastPlan,
      addressees: context.structure.addressees(what.seat, context.team.seats.length),
      remainingMicros: remaining(context),
      ...(team !== null && context.minds[what.seat]?.privileged === true ? { team } : {}),
    },
  }));
}

async function ask(context: EpisodeContext, activation: Activation): Promise<Answer> {
  const { seat } = activation;
  const state = context.seat(seat);
  const { seed, repeat } = context.header;
  try {
    const mind = context.minds[seat];
    if (mind === undefined) throw new QuorumError('INTERNAL', `Nothing fills seat ${seat}.`);
    const tools = { rng: createRng(seed, 'agent', repeat, seat, state.activations) };
    const memory = state.memory === undefined ? mind.agent.init(seat) : state.memory;
    const value = await mind.agent.decide(activation, memory, tools);
    return { value, usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0 } };
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
    observation: call.observation,
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

function remaining({ header, simulation, deadline, now }: EpisodeContext): number {
  const bodyTime = ticksToMicros(header.horizonTicks) - ticksToMicros(simulation.tick);
  return Math.min(bodyTime, deadline - now);
}
