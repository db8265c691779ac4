import { LOG_FORMAT, QuorumError, secondsToTicks, type EpisodeHeader } from '@quorum/events';
import { builtIn, type Catalog } from '../catalog/catalog.js';
import { lookUp } from '../catalog/look-up.js';
import { checkSpec } from './check-spec.js';
import { componentVersions } from './component-versions.js';
import type { EpisodeSpec } from './episode-spec.js';
import { resolveAdditions } from './resolve-additions.js';
import { resolveOptions } from './resolve-options.js';
import { resolveStructure } from './resolve-structure.js';
import { resolveTeam } from './resolve-team.js';

/**
 * Resolves a specification to the header that determines the episode: names looked up, values checked, defaults filled
 * in, versions recorded.
 *
 * @throws QuorumError `UNKNOWN_NAME` for a name that the catalog does not hold, `TEAM_INVALID` for a team that the
 * scenario cannot seat, `CONFIG_INVALID` for any other wrong value; each names the field and the known choices.
 */
export function createHeader(spec: EpisodeSpec, catalog: Catalog = builtIn): EpisodeHeader {
  checkSpec(spec);
  const { seed, repeat, clock, team, deadlineSeconds, limits } = spec;
  const scenario = lookUp('scenario', spec.scenario, catalog.scenarios);
  const seats = resolveTeam(spec, catalog);

  const { min, max } = scenario.seats;
  if (team.length < min || team.length > max) {
    throw new QuorumError(
      'TEAM_INVALID',
      `team: ${scenario.name} cannot be played by ${team.length} agents.`,
      {
        fix: min === max ? `Name exactly ${min}.` : `Name ${min} to ${max}.`,
      },
    );
  }
  const options = resolveOptions(scenario, spec.options, 'options');
  scenario.check?.(team.length, options);
  const structure = resolveStructure(spec, catalog);
  const additions = resolveAdditions(spec, structure.protocol.name, catalog);
  const horizonSeconds = spec.horizonSeconds ?? scenario.horizonSeconds(team.length, options);

  return {
    format: LOG_FORMAT,
    scenario: scenario.name,
    options,
    seed,
    repeat,
    team: seats,
    ...structure,
    clock: { mode: clock.mode, profile: clock.profile, timeScale: clock.timeScale },
    horizonTicks: secondsToTicks(horizonSeconds),
    deadlineMicros: deadlineSeconds === undefined ? null : Math.round(deadlineSeconds * 1_000_000),
    limits: { calls: limits?.calls ?? null, tokens: limits?.tokens ?? null },
    ...additions,
    versions: componentVersions(
      { ...structure, ...additions, scenario: scenario.name, clock, team: seats },
      catalog,
    ),
  };
}
