import { LOG_FORMAT, QuorumError, type EpisodeHeader } from '@quorum/events';
import { ENGINE_VERSION, WORLD_VERSION } from '@quorum/env';
import type { Catalog } from '../catalog/catalog.js';
import { lookUp } from '../catalog/look-up.js';
import type { Component } from '../contract/component.js';
import type { Healer } from '../contract/healer.js';
import { TOKENIZER } from '../models/tokenizer.js';
import type { Additions } from './resolve-additions.js';

/** Raised whenever the episode loop could write another log for the same header and agents. */
const LOOP_VERSION = 3;
/** Raised whenever the channel could treat the same message otherwise. */
const CHANNEL_VERSION = 1;

/** The part of a header that names its components. */
type Choice = Additions &
  Pick<EpisodeHeader, 'scenario' | 'team' | 'structure' | 'topology' | 'protocol' | 'clock'>;

type Addition = Component & Pick<Healer, 'versions'>;

/**
 * Versions of all components that can move a result, in a fixed order.
 *
 * @throws QuorumError `UNKNOWN_NAME`
 */
export function componentVersions(choice: Choice, catalog: Catalog): Readonly<Record<string, string>> {
  const scenario = lookUp('scenario', choice.scenario, catalog.scenarios);
  const topology = lookUp('topology', choice.topology.name, catalog.topologies);
  const protocol = lookUp('protocol', choice.protocol.name, catalog.protocols);
  const versions: Record<string, string> = {
    log: LOG_FORMAT,
    engine: ENGINE_VERSION,
    world: String(WORLD_VERSION),
    loop: String(LOOP_VERSION),
    scenario: scenario.name,
    language: String(scenario.language.version),
    clock: lookUp('clock profile', choice.clock.profile, catalog.clockProfiles).name,
    channel: String(CHANNEL_VERSION),
    tokenizer: TOKENIZER,
    [`topology.${topology.name}`]: String(topology.version),
    [`protocol.${protocol.name}`]: String(protocol.version),
  };
  for (const { agent, options } of choice.team) {
    const factory = lookUp('agent', agent, catalog.agents);
    versions[`agent.${agent}`] = String(factory.version);
    Object.assign(versions, factory.versions?.(options));
  }
  return { ...versions, ...additionVersions(choice, catalog) };
}

function additionVersions(choice: Additions, catalog: Catalog): Record<string, string> {
  const known = { fault: catalog.faults, healing: catalog.healers, repair: catalog.repairs };
  return Object.fromEntries(
    (['fault', 'healing', 'repair'] as const).flatMap((kind) => {
      const name = choice[kind]?.name;
      if (name === undefined) return [];
      const { version, versions } = lookUp<Addition>(kind, name, known[kind]);
      return [[`${kind}.${name}`, String(version)], ...Object.entries(versions ?? {})];
    }),
  );
}

/** @throws QuorumError `CONFIG_INVALID` if the header was made for other versions than the catalog holds. */
export function checkVersions(header: EpisodeHeader, catalog: Catalog): void {
  const present = componentVersions(header, catalog);
  for (const name of new Set([...Object.keys(present), ...Object.keys(header.versions)])) {
    const wanted = header.versions[name];
    const found = present[name];
    if (wanted === found) continue;
    throw new QuorumError(
      'CONFIG_INVALID',
      `versions.${name}: the episode was made with ${wanted ?? 'none'}, this is ${found ?? 'none'}.`,
      { fix: 'Use the release that made the episode, or make the episode again.' },
    );
  }
}
