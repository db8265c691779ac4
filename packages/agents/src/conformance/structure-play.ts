import type { JsonObject, QuorumEvent } from '@quorum/events';
import { z } from 'zod';
import type { Catalog } from '../catalog/catalog.js';
import type { ClockProfile } from '../clock/clock-profile.js';
import type { Activation, Agent, AgentFactory, Decision } from '../contract/agent.js';
import type { Address } from '../contract/message.js';
import type { Structure } from '../contract/structure.js';
import { createHeader } from '../episode/create-header.js';
import type { EpisodeSpec } from '../episode/episode-spec.js';
import { runEpisode } from '../episode/run-episode.js';
import { line } from '../testing/line-scenario.js';
import { memoryLog } from '../testing/memory-log.js';

/** Every thought of a trial takes a second. */
const second: ClockProfile = {
  name: 'one-second-v1',
  summary: 'every thought takes a second',
  chargeMicros: () => 1_000_000,
};

/** Says something whenever it may, keeps its plan when interrupted, and plans to stand still for a long time. */
const talker: AgentFactory = {
  name: 'talker',
  summary: 'uses every turn to talk',
  version: 1,
  options: z.strictObject({}),
  modelKind: () => 'scripted',
  privileged: false,
  create: (): Agent => ({ init: () => null, decide: async (activation) => decide(activation) }),
};

/** The catalog in which a structure is tried: the given one with the structure and what a trial needs. */
export function trialCatalog(structure: Structure, catalog: Catalog): Catalog {
  return {
    ...catalog,
    scenarios: [line],
    agents: [talker],
    structures: [structure, ...catalog.structures.filter(({ name }) => name !== structure.name)],
    clockProfiles: [second],
  };
}

/** A short episode for a structure. */
export function trialSpec(
  structure: Structure,
  seats: number,
  mode: 'barrier' | 'async',
  channel: JsonObject = {},
): EpisodeSpec {
  return {
    scenario: line.name,
    options: {},
    seed: 1,
    repeat: 1,
    team: Array.from({ length: seats }, () => talker.name),
    structure: structure.name,
    channel,
    clock: { mode, profile: second.name, timeScale: 1 },
    horizonSeconds: 120,
  };
}

/** Plays it. */
export async function playTrial(spec: EpisodeSpec, catalog: Catalog): Promise<readonly QuorumEvent[]> {
  const log = memoryLog();
  await runEpisode(createHeader(spec, catalog), { log, catalog });
  return log.events;
}

function decide({ purpose, talk, commands, plan }: Activation): Decision {
  const to = address(talk.addressees, talk.addressing);
  const messages = to === null ? [] : [{ to, text: 'hello' }];
  const rest = { task: null, actions: [line.idle(1000)] };
  if (purpose === 'speak' || purpose === 'reply') return { state: null, messages };
  if (purpose === 'interrupt') return { state: null, messages, resume: true };
  const plans = commands.map((seat) => ({ seat, ...rest }));
  const own = plan === null || purpose === 'repair' ? { plan: rest } : { resume: true };
  return { state: null, messages, ...own, ...(plans.length === 0 ? {} : { plans }) };
}

function address(
  addressees: readonly number[],
  addressing: Activation['talk']['addressing'],
): Address | null {
  if (addressees.length === 0) return null;
  if (addressing === 'unicast') return addressees.slice(0, 1);
  return addressing === 'multicast' ? addressees : 'all';
}
