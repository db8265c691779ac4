import { communicationOf, type Communication } from '@quorum/agents';
import type { ClockSpec, EpisodeHeader, JsonObject, ModelLimits, PartSpec } from '@quorum/events';
import { catalog } from '../system/catalog.js';
import type { Settings } from './settings.js';
import { modelKinds, teamModels, teamNames } from './team.js';

/** What a condition is, as tables and JSON show it. */
export interface ConditionDescription {
  readonly scenario: string;
  /** Options that the suite sets. */
  readonly options: JsonObject;
  readonly agents: number;
  readonly team: readonly string[];
  readonly models: readonly string[];
  /** `llm`, `stand-in`, `scripted`, or several of them joined by `+`. Never ranked together. */
  readonly modelKind: string;
  /** Some seat sees everything: an upper reference, never ranked. */
  readonly privileged: boolean;
  readonly structure: string;
  readonly topology: PartSpec;
  readonly protocol: PartSpec;
  readonly channel: JsonObject;
  readonly communication: Communication;
  /** Options that the suite sets. */
  readonly agentOptions: JsonObject;
  readonly modelOptions: JsonObject;
  readonly clock: ClockSpec;
  readonly horizonTicks: number;
  readonly deadlineMicros: number | null;
  readonly limits: ModelLimits;
  /** Null where nothing of the kind was added. */
  readonly fault: PartSpec | null;
  readonly healing: PartSpec | null;
  readonly repair: PartSpec | null;
}

/** Describes a condition from the header of one of its episodes. */
export function describeCondition(header: EpisodeHeader, settings: Settings): ConditionDescription {
  const privileged = catalog.agents.filter((agent) => agent.privileged).map(({ name }) => name);
  return {
    scenario: header.scenario,
    options: settings.options,
    agents: header.team.length,
    team: teamNames(header),
    models: teamModels(header),
    modelKind: modelKinds(header).join('+'),
    privileged: header.team.some(({ agent }) => privileged.includes(agent)),
    structure: header.structure,
    topology: header.topology,
    protocol: header.protocol,
    channel: header.channel,
    communication: communicationOf(header),
    agentOptions: settings.agentOptions,
    modelOptions: settings.modelOptions,
    clock: header.clock,
    horizonTicks: header.horizonTicks,
    deadlineMicros: header.deadlineMicros,
    limits: header.limits,
    fault: header.fault ?? null,
    healing: header.healing ?? null,
    repair: header.repair ?? null,
  };
}
