import { LOG_FORMAT, QuorumError, type EpisodeHeader } from '@quorum/events';
import { ENGINE_VERSION } from '@quorum/env';
import type { Catalog } from '../catalog/catalog.js';
import { lookUp } from '../catalog/look-up.js';

/** Raised whenever the episode loop could write another log for the same header and agents. */
const LOOP_VERSION = 1;

/** The names that a header chooses its components by. */
interface Choice {
  readonly scenario: string;
  readonly team: readonly { readonly agent: string }[];
  readonly structure: string;
  readonly clock: { readonly profile: string };
}

/**
 * Versions of all components that can move a result, in a fixed order.
 *
 * @throws QuorumError `UNKNOWN_NAME`
 */
export function componentVersions(choice: Choice, catalog: Catalog): Readonly<Record<string, string>> {
  const structure = lookUp('structure', choice.structure, catalog.structures);
  const versions: Record<string, string> = {
    log: LOG_FORMAT,
    engine: ENGINE_VERSION,
    loop: String(LOOP_VERSION),
    scenario: lookUp('scenario', choice.scenario, catalog.scenarios).name,
    clock: lookUp('clock profile', choice.clock.profile, catalog.clockProfiles).name,
    [`structure.${structure.name}`]: String(structure.version),
  };
  for (const { agent } of choice.team) {
    versions[`agent.${agent}`] = String(lookUp('agent', agent, catalog.agents).version);
  }
  return versions;
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
