import { QuorumError, ticksToMicros, type Purpose } from '@quorum/events';
import type { Observation } from '@quorum/env';
import type { Activation, SeatView } from '../contract/agent.js';
import type { ActivationRequest } from '../contract/protocol.js';
import type { EpisodeContext } from './episode-context.js';
import { show } from './show.js';
import { setStage } from './stages.js';
import { viewTalk } from './talk-view.js';
import { progress, viewTeam } from './view-team.js';

/** An activation that has begun. */
export interface Call {
  readonly activation: Activation;
  readonly request: ActivationRequest;
  /** `seq` of its `observation.shown`. */
  readonly shown: number;
}

/** What a seat was shown when its activation began. */
interface Begun {
  readonly request: ActivationRequest;
  readonly id: number;
  readonly seat: number;
  readonly purpose: Purpose;
  readonly observation: Observation;
  readonly shown: number;
}

/** Logs the beginning of each activation and what is shown, in seat order. */
export function begin(context: EpisodeContext, requests: readonly ActivationRequest[]): Call[] {
  const begun = requests.toSorted((a, b) => a.seat - b.seat).map((request) => beginOne(context, request));
  const privileged = begun.filter(({ seat }) => isPrivileged(context, seat));
  const team = privileged.length > 0 ? viewTeam(context, privileged) : undefined;
  return begun.map((one) => describe(context, one, isPrivileged(context, one.seat) ? team : undefined));
}

function beginOne(context: EpisodeContext, request: ActivationRequest): Begun {
  const { seat, purpose, cause } = request;
  checkRequest(context, request);
  const state = context.seat(seat);
  state.thinking = true;
  state.activations += 1;
  const id = context.emit({ type: 'activation.started', seat, purpose, inputs: cause });
  if (state.stage !== 'R') setStage(context, seat, 'I', [id]);
  const observation = context.simulation.observe(seat, isPrivileged(context, seat));
  return { request, id, seat, purpose, observation, shown: show(context, seat, observation, [id]) };
}

function describe(
  context: EpisodeContext,
  { request, shown, ...what }: Begun,
  team: readonly SeatView[] | undefined,
): Call {
  const { seat } = what;
  const activation: Activation = {
    ...what,
    time: context.now,
    inbox: [],
    plan: progress(context, seat),
    lastPlan: context.seat(seat).lastPlan,
    talk: viewTalk(context, seat, request.to ?? []),
    remainingMicros: remaining(context),
    notice: null,
    commands: request.commands ?? [],
    ...(team === undefined ? {} : { team }),
  };
  return { activation, request, shown };
}

function checkRequest(context: EpisodeContext, { seat, to = [] }: ActivationRequest): void {
  const complain = (what: string): never => {
    throw new QuorumError('INTERNAL', `Protocol '${context.protocol.name}' ${what}.`);
  };
  if (context.seat(seat).thinking) complain(`activated seat ${seat} while it was thinking`);
  const contacts = context.links.graph.out[seat] ?? [];
  const stranger = to.find((addressee) => !contacts.includes(addressee));
  if (stranger !== undefined) {
    complain(`lets seat ${seat} address seat ${stranger}, which the topology does not connect`);
  }
}

function isPrivileged({ minds }: EpisodeContext, seat: number): boolean {
  return minds[seat]?.privileged === true;
}

function remaining({ header, simulation, deadline, now }: EpisodeContext): number {
  const bodyTime = ticksToMicros(header.horizonTicks) - ticksToMicros(simulation.tick);
  return Math.min(bodyTime, deadline - now);
}
