import { QuorumError, ticksToMicros } from '@quorum/events';
import type { Emit, EpisodeHeader, EventDraft, QuorumEvent } from '@quorum/events';
import type { Scenario, Simulation } from '@quorum/env';
import { builtIn } from '../catalog/catalog.js';
import { lookUp } from '../catalog/look-up.js';
import { noteForGate } from '../channel/gate-record.js';
import { channelSpec, type ChannelSpec } from '../channel/channel-spec.js';
import type { ClockProfile } from '../clock/clock-profile.js';
import type { Agent } from '../contract/agent.js';
import type { Fault } from '../contract/fault.js';
import type { ModelClient } from '../contract/model.js';
import type { Observer } from '../contract/observer.js';
import type { Protocol, ProtocolSetup } from '../contract/protocol.js';
import type { RepairPolicy } from '../contract/repair-policy.js';
import type { Topology } from '../contract/topology.js';
import { checkVersions } from './component-versions.js';
import { decisionSchema, type DecisionSchema } from './decision-schema.js';
import type { EpisodeOptions } from './episode-options.js';
import { copyTeam, startTeam, type EpisodeState, type SeatState, type TeamState } from './episode-state.js';
import { buildLinks, type Links } from './links.js';
import { startFault } from './spoil.js';

/** What fills a seat. */
interface Mind {
  readonly agent: Agent;
  readonly privileged: boolean;
}

/**
 * What the parts of a running episode share: its fixed components, its one mutable state, and the only way from the
 * world to the team: the events that the simulation emits.
 */
export class EpisodeContext {
  readonly scenario: Scenario;
  readonly topology: Topology;
  readonly protocol: Protocol;
  readonly channel: ChannelSpec;
  readonly clock: ClockProfile;
  readonly minds: readonly Mind[];
  readonly decisions: DecisionSchema;
  /** What is injected; null for nothing. */
  readonly fault: Fault | null;
  /** What checks plans before bodies move; null for nothing. */
  readonly repair: RepairPolicy | null;
  readonly team: TeamState;
  readonly simulation: Simulation;
  /** What the protocol was begun with. */
  readonly setup: ProtocolSetup;
  /** Role of each seat. */
  readonly roles: readonly string[];
  /** `team.shown` for looking up. */
  readonly shown: Set<string>;
  /** Those of the options, then what heals. */
  private readonly observers: readonly Observer[];
  /** Something happened that the next tick boundary has to deal with. */
  attention = true;
  /** Undefined only while the simulation is being created: its first events happen at tick 0. */
  private world: Simulation | undefined;
  private known: Links | undefined;
  private readonly clients = new Map<string, ModelClient>();

  constructor(
    readonly header: EpisodeHeader,
    readonly options: EpisodeOptions,
    saved?: EpisodeState,
  ) {
    const catalog = options.catalog ?? builtIn;
    const seats = header.team.length;
    checkVersions(header, catalog);
    this.scenario = lookUp('scenario', header.scenario, catalog.scenarios);
    this.topology = lookUp('topology', header.topology.name, catalog.topologies);
    this.protocol = lookUp('protocol', header.protocol.name, catalog.protocols);
    this.channel = channelSpec.parse(header.channel);
    this.clock = lookUp('clock profile', header.clock.profile, catalog.clockProfiles);
    this.minds = header.team.map((seat) => {
      const factory = lookUp('agent', seat.agent, catalog.agents);
      return { agent: factory.create(this.scenario, seat.options), privileged: factory.privileged };
    });
    this.observers = [...(options.observers ?? []), ...healers(header, options, this.scenario, saved)];
    this.decisions = decisionSchema(this.scenario);
    this.fault = header.fault === undefined ? null : lookUp('fault', header.fault.name, catalog.faults);
    this.repair = header.repair === undefined ? null : lookUp('repair', header.repair.name, catalog.repairs);
    this.team = saved === undefined ? startTeam(seats) : copyTeam(saved.team);
    this.shown = new Set(this.team.shown);

    const setup = {
      seed: header.seed,
      seats,
      options: header.options,
      horizonTicks: header.horizonTicks,
      emit: this.emit,
      ...(options.onFrame === undefined ? {} : { onFrame: options.onFrame }),
    };
    this.simulation =
      saved === undefined ? this.scenario.create(setup) : this.scenario.restore(saved.simulation, setup);
    this.world = this.simulation;

    if (saved === undefined) this.team.startGraph = this.links.graph;
    this.setup = { seats, options: header.protocol.options, graph: this.team.startGraph };
    this.roles = this.protocol.roles(this.setup);
    if (saved === undefined) {
      this.team.protocol = this.protocol.init(this.setup);
      const fault = startFault(this);
      if (fault !== undefined) this.team.fault = fault;
      if (this.repair !== null) this.team.repair = { state: this.repair.init(), round: null };
    }
  }

  /** Virtual time, microseconds. */
  get now(): number {
    return ticksToMicros(this.world?.tick ?? 0) + this.team.pauseMicros;
  }

  /** Virtual time at which the deadline falls. */
  get deadline(): number {
    return this.header.deadlineMicros ?? Infinity;
  }

  /** Who may address whom now; worked out no more often than it can change. */
  get links(): Links {
    if (this.known === undefined || (this.topology.dynamic && this.known.time !== this.now)) {
      this.known = buildLinks(this);
    }
    return this.known;
  }

  seat(seat: number): SeatState {
    const state = this.team.seats[seat];
    if (state === undefined) {
      throw new QuorumError('INTERNAL', `There is no seat ${seat} in a team of ${this.team.seats.length}.`);
    }
    return state;
  }

  /** Whether a seat has a model. */
  thinks(seat: number): boolean {
    return typeof this.header.team[seat]?.options['model'] === 'string';
  }

  /** @throws QuorumError `MODEL_UNAVAILABLE`, `UNKNOWN_NAME` */
  client(model: string, seat: number): ModelClient {
    const { models } = this.options;
    if (models === undefined) {
      throw new QuorumError('MODEL_UNAVAILABLE', `Seat ${seat} asks ${model}, and no models are connected.`, {
        fix: 'Pass `models`, or a tape that holds the answers.',
      });
    }
    let client = this.clients.get(model);
    if (client === undefined) {
      client = models.client(model, this.scenario);
      this.clients.set(model, client);
    }
    return client;
  }

  /** Logs an event, tells the observers and takes in what concerns the team. */
  readonly emit: Emit = (draft: EventDraft) => {
    const event = this.options.log.append(draft, this.world?.tick ?? 0, this.now);
    this.team.nextSeq = event.seq + 1;
    this.notice(event);
    for (const observer of this.observers) {
      for (const intervention of observer.onEvent(event)) {
        this.team.interventions.push({ source: observer.name, intervention });
        this.attention = true;
      }
    }
    return event.seq;
  };

  private notice(event: QuorumEvent): void {
    if (this.channel.gate !== 'always') {
      this.team.seats.forEach((state, seat) => {
        state.gate = noteForGate(state.gate, event, seat);
      });
    }
    if (event.type === 'action.assigned') {
      this.seat(event.seat).assignment = event.action === null ? null : event.seq;
    } else if (event.type === 'action.ended') {
      const seat = this.seat(event.seat);
      // The end of a replaced action concerns no plan any more.
      if (seat.assignment === null || event.outcome === 'replaced') return;
      if (!event.inputs.includes(seat.assignment)) return;
      seat.ended = { seq: event.seq, outcome: event.outcome };
      this.attention = true;
    }
  }
}

/** What the header wants to heal the episode. */
function healers(
  header: EpisodeHeader,
  { catalog = builtIn, history }: EpisodeOptions,
  scenario: Scenario,
  saved: EpisodeState | undefined,
): Observer[] {
  if (header.healing === undefined) return [];
  const observer = lookUp('healing', header.healing.name, catalog.healers).create(header, scenario);
  if (saved !== undefined) {
    if (history?.length !== saved.team.nextSeq) {
      throw new QuorumError('INTERNAL', 'What heals an episode has to see its log so far again.', {
        fix: 'Pass every event up to the saved state as `history`.',
      });
    }
    // What it asked for then is in the log and in the state already.
    for (const event of history) observer.onEvent(event);
  }
  return [observer];
}
