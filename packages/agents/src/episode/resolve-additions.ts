import { QuorumError, type EpisodeHeader, type PartSpec } from '@quorum/events';
import type { Catalog } from '../catalog/catalog.js';
import { lookUp } from '../catalog/look-up.js';
import type { Component } from '../contract/component.js';
import type { PartChoice } from '../contract/structure.js';
import type { EpisodeSpec } from './episode-spec.js';
import { resolveOptions } from './resolve-options.js';

/** What may be added to an episode. */
export type Additions = Pick<EpisodeHeader, 'fault' | 'healing' | 'repair'>;

/**
 * Fault, healing and repair of an episode; what is not asked for is absent.
 *
 * @param protocol name of the episode's protocol
 * @throws QuorumError `UNKNOWN_NAME`; `CONFIG_INVALID` for wrong options, and where the repair is not defined; `TEAM_INVALID` for a team that the fault cannot
 * strike.
 */
export function resolveAdditions(spec: EpisodeSpec, protocol: string, catalog: Catalog): Additions {
  const fault = resolve('fault', spec.fault, catalog.faults);
  const healing = resolve('healing', spec.healing, catalog.healers);
  const repair = resolve('repair', spec.repair, catalog.repairs);
  if (fault !== undefined) {
    const known = lookUp('fault', fault.name, catalog.faults);
    const reason = known.refuses?.(spec.team.length, fault.options) ?? null;
    if (reason !== null) {
      throw new QuorumError('TEAM_INVALID', `fault: ${fault.name} cannot strike here: ${reason}.`, {
        fix: 'Choose another fault, its options or another team.',
      });
    }
  }
  if (repair !== undefined) {
    const reason = lookUp('repair', repair.name, catalog.repairs).refuses(spec.clock, protocol);
    if (reason !== null) {
      throw new QuorumError('CONFIG_INVALID', `repair: ${repair.name} cannot be used here: ${reason}.`, {
        fix: 'Play it in clock mode barrier, in a structure in which every seat plans for itself, or leave repair out.',
      });
    }
  }
  return {
    ...(fault === undefined ? {} : { fault }),
    ...(healing === undefined ? {} : { healing }),
    ...(repair === undefined ? {} : { repair }),
  };
}

function resolve(
  kind: keyof Additions,
  choice: PartChoice | undefined,
  known: readonly Component[],
): PartSpec | undefined {
  if (choice === undefined) return undefined;
  const component = lookUp(kind, choice.name, known);
  return {
    name: component.name,
    options: resolveOptions(component, choice.options ?? {}, `${kind}.options`),
  };
}
