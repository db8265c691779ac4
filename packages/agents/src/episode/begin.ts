import { QuorumError, ticksToMicros, type Purpose } from '@quorum/events';
import type { Observation } from '@quorum/env';
import { isGateOpen } from '../channel/gate.js';
import type { Activation, SeatView } from '../contract/agent.js';
import type { Message } from '../contract/message.js';
import type { ActivationRequest } from '../contract/protocol.js';
import type { EpisodeContext } from './episode-context.js';
import type { Commanded } from './episode-state.js';
import { show } from './show.js';
import { setStage } from './stages.js';
import { viewTalk } from './talk-view.js';
import { progress, viewCommanded, viewTeam } from './view-team.js';

/** An activation asked for by the protocol, or in a repair, where seats may speak whom the topology does not connect. */
export interface ThoughtRequest extends ActivationRequest {
  readonly repair?: true;
}

/** An activation that has begun. */
export interface Call {
  readonly activation: Activation;
  /** `seq` of its `observation.shown`. */
  readonly shown: number;
  /** Seats that it may address if the gate is open. */
  readonly to: readonly number[];
  readonly gateOpen: boolean;
  readonly commanded: readonly Commanded[];
  readonly repair?: true;
}

/** What a seat was shown when its activation began. */
interface Begun {
  readonly request: ThoughtRequest;
  readonly shown: number;
  readonly commanded: readonly (Commanded & { readonly sees: Observation })[];
  readonly what: {
    readonly id: number;
    readonly seat: number;
    readonly purpose: Purpose;
    readonly observation: Observation;
    readonly inbox: readonly Message[];
    readonly notice: string | null;
  };
}

/** Logs the beginning of each activation and what is shown, in seat order. */
export function begin(context: EpisodeContext, requests: readonly ThoughtRequest[]): Call[] {
  const begun = requests.toSorted((a, b) => a.seat - b.seat).map((request) => beginOne(context, request));
  const privileged = begun.flatMap(({ what }) => (isPrivileged(context, what.seat) ? [what] : []));
  const team = privileged.length > 0 ? viewTeam(context, privileged) : undefined;
  return begun.map((one) => describe(context, one, team));
}

function beginOne(context: EpisodeContext, request: ThoughtRequest): Begun {
  const { seat, purpose, cause, commands = [] } = request;
  checkRequest(context, request);
  const state = context.seat(seat);
  state.thinking = true;
  state.activations += 1;
  const { notice } = state;
  // Who speaks before it plans anew is told why, and then again.
  if (purpose === 'plan' || purpose === 'repair') state.notice = null;
  const id = context.emit({ type: 'activation.started', seat, purpose, inputs: cause });
  if (state.stage !== 'R') setStage(context, seat, 'I', [id]);
  const letters = state.inbox.splice(0);
  const inbox = letters.map(({ message }) => message);
  const observation = context.simulation.observe(seat, seesAll(context, seat));
  const inputs = [id, ...letters.map(({ delivered }) => delivered)];
  const shown = show(context, seat, observation, inputs);
  // What each body sees is shown for its own seat, so that its plan rests on that.
  const commanded = commands.map((other) => {
    const sees = context.simulation.observe(other);
    return { seat: other, sees, observation: show(context, other, sees, [id]) };
  });
  return { request, shown, commanded, what: { id, seat, purpose, observation, inbox, notice } };
}

function describe(
  context: EpisodeContext,
  { request, shown, commanded, what }: Begun,
  full: readonly SeatView[] | undefined,
): Call {
  const { seat } = what;
  const { to = [], commands } = request;
  const solo = commands === undefined ? undefined : viewCommanded(context, what, commanded);
  const team = isPrivileged(context, seat) ? full : solo;
  const gateOpen = isGateOpen(context.channel, context.seat(seat).gate, context.now);
  const activation: Activation = {
    ...what,
    time: context.now,
    plan: progress(context, seat),
    lastPlan: context.seat(seat).lastPlan,
    talk: viewTalk(context, seat, gateOpen ? to : []),
    remainingMicros: remaining(context),
    commands: commands ?? [],
    ...(team === undefined ? {} : { team }),
  };
  return {
    activation,
    shown,
    to,
    gateOpen,
    commanded: commanded.map((other) => ({ seat: other.seat, observation: other.observation })),
    ...(request.repair === undefined ? {} : { repair: request.repair }),
  };
}

function checkRequest(context: EpisodeContext, request: ThoughtRequest): void {
  const { seat, to = [], commands = [], repair = false } = request;
  const complain = (what: string): never => {
    throw new QuorumError('INTERNAL', `Protocol '${context.protocol.name}' ${what}.`);
  };
  if (context.seat(seat).thinking) complain(`activated seat ${seat} while it was thinking`);
  const contacts = context.links.graph.out[seat] ?? [];
  const stranger = to.find((addressee) => !contacts.includes(addressee));
  if (stranger !== undefined && !repair) {
    complain(`lets seat ${seat} address seat ${stranger}, which the topology does not connect`);
  }
  for (const commanded of commands) {
    const { plan, thinking } = context.seat(commanded);
    if (commanded === seat || plan !== null || thinking) {
      complain(`lets seat ${seat} plan for seat ${commanded}, which does not wait for a plan`);
    }
  }
}

/** Privileged agents see everything, and in the control condition everybody does. */
function seesAll(context: EpisodeContext, seat: number): boolean {
  const { protocol, header } = context;
  return isPrivileged(context, seat) || protocol.sharesObservation?.(header.protocol.options) === true;
}

function isPrivileged({ minds }: EpisodeContext, seat: number): boolean {
  return minds[seat]?.privileged === true;
}

function remaining({ header, simulation, deadline, now }: EpisodeContext): number {
  const bodyTime = ticksToMicros(header.horizonTicks) - ticksToMicros(simulation.tick);
  return Math.min(bodyTime, deadline - now);
}
