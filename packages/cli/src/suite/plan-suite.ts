import { isMute, createHeader, type Catalog } from '@quorum/agents';
import { QuorumError, type EpisodeHeader } from '@quorum/events';
import { checkNames } from './check-names.js';
import { checkOptions, checkUnused } from './check-options.js';
import { suiteCells, type Cell } from './cells.js';
import { conditionFingerprint, conditionSlug } from './condition.js';
import { blamedPlace } from './blamed-place.js';
import { planComparisons, type Comparison } from './comparisons.js';
import { appliedOptions, isSilent, teamAgents, type Settings, type TeamAgent } from './settings.js';
import { suiteError } from './suite-problem.js';
import type { SuiteSource } from './suite-source.js';
import type { Suite } from './suite-schema.js';

/** More would not fit into one folder and one table. */
const MAX_EPISODES = 100_000;

/** One cell of the grid. */
export interface Condition {
  readonly fingerprint: string;
  /** Name of its folder. */
  readonly slug: string;
  readonly cell: Cell;
  readonly settings: Settings;
  /** Header of its first episode; all others differ in seed and repeat only. */
  readonly header: EpisodeHeader;
}

/** One episode to play. */
export interface PlannedEpisode {
  readonly condition: Condition;
  readonly header: EpisodeHeader;
  /** Its folder below the run folder, with forward slashes: its identity within the run. */
  readonly path: string;
}

/** A suite resolved against this build: what a run consists of. */
export interface SuitePlan {
  readonly suite: Suite;
  readonly conditions: readonly Condition[];
  /** Seed by seed, so that an interrupted run has covered all conditions alike. */
  readonly episodes: readonly PlannedEpisode[];
  readonly comparisons: readonly Comparison[];
}

/**
 * Expands a suite to its episodes and checks every one of them before anything runs.
 * @throws QuorumError `UNKNOWN_NAME`, `TEAM_INVALID` or `CONFIG_INVALID` with the place in the suite
 */
export function planSuite(suite: Suite, source: SuiteSource, catalog: Catalog): SuitePlan {
  const cells = suiteCells(suite, source);
  checkNames(cells, catalog, source);
  const teams = cells.map(({ spec }) => teamAgents(spec, catalog));
  checkUnused(suite, teams.flat(), source);
  const [seed = 0] = suite.seeds;
  const resolved = cells.map((cell, i) => resolve(cell, { seed, agents: teams[i] ?? [], catalog, source }));
  const conditions = new Map<string, Condition>();
  for (const condition of resolved) {
    // Cells that come to the same (a default written out, silence in several structures) are played once.
    if (!conditions.has(condition.fingerprint)) conditions.set(condition.fingerprint, condition);
  }
  const list = [...conditions.values()];
  const count = list.length * suite.seeds.length * suite.repeats;
  if (count > MAX_EPISODES) {
    const message = `${count} episodes are more than a run can hold (${MAX_EPISODES})`;
    throw suiteError(source, [{ path: ['seeds'], message }], {
      fix: 'split the suite, or play fewer seeds.',
    });
  }
  const comparisons = planComparisons(suite, resolved);
  return { suite, conditions: list, episodes: episodesOf(suite, list), comparisons };
}

function episodesOf(suite: Suite, conditions: readonly Condition[]): PlannedEpisode[] {
  const repeats = Array.from({ length: suite.repeats }, (_, i) => i + 1);
  return suite.seeds.flatMap((seed) =>
    repeats.flatMap((repeat) =>
      conditions.map((condition) => ({
        condition,
        header: { ...condition.header, seed, repeat },
        path: `episodes/${condition.slug}/seed-${seed}-repeat-${repeat}`,
      })),
    ),
  );
}

interface Context {
  readonly seed: number;
  readonly agents: readonly TeamAgent[];
  readonly catalog: Catalog;
  readonly source: SuiteSource;
}

/** The condition of a cell. Whatever is refused is told with its place in the suite. */
function resolve(cell: Cell, { seed, agents, catalog, source }: Context): Condition {
  checkOptions(cell, agents, catalog, source);
  checkTeamSize(cell, catalog, source);
  const applied = appliedOptions(cell.spec, agents);
  // A team that could not say a word is silent in every structure; seeing everything is another matter.
  const quiet = isSilent(agents) && cell.spec.communication !== 'shared-observation';
  const silence = quiet ? { communication: 'no-comm' as const } : {};
  let header;
  try {
    header = createHeader({ ...cell.spec, ...applied, ...silence, seed, repeat: 1 }, catalog);
  } catch (error) {
    if (!QuorumError.isInstance(error) || error.code === 'INTERNAL') throw error;
    const path = blamedPlace(error.message, cell.places);
    const code = source.isArgument(path) ? 'USAGE' : error.code;
    throw new QuorumError(code, `${source.locate(path)}: ${error.message}`, {
      fix: error.fix ?? 'correct this value.',
      cause: error,
    });
  }
  const settings = {
    options: cell.spec.options,
    ...applied,
    // Where nobody talks, no option of the channel counts.
    channel: isMute(header) ? {} : (cell.spec.channel ?? {}),
  };
  const fingerprint = conditionFingerprint(header);
  return { fingerprint, slug: conditionSlug(header, settings, fingerprint), cell, settings, header };
}

function checkTeamSize(cell: Cell, catalog: Catalog, source: SuiteSource): void {
  const scenario = catalog.scenarios.find(({ name }) => name === cell.spec.scenario);
  const size = cell.spec.team.length;
  if (!scenario || (size >= scenario.seats.min && size <= scenario.seats.max)) return;
  const { min, max } = scenario.seats;
  const message = `a team of ${size} does not fit ${scenario.name}, which takes ${min} to ${max} agents`;
  throw suiteError(source, [{ path: cell.places['agents'] ?? ['agents'], message }], {
    code: 'TEAM_INVALID',
    fix: `choose a team size from ${min} to ${max}.`,
  });
}
