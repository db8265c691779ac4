import { QuorumError, type EpisodeHeader } from '@quorum/events';
import { createHeader, type Catalog } from '@quorum/agents';
import { checkNames } from './check-names.js';
import { suiteCells, type Cell } from './cells.js';
import { conditionFingerprint, conditionSlug } from './condition.js';
import { suiteError } from './suite-problem.js';
import type { FieldPath, SuiteSource } from './suite-source.js';
import type { Suite } from './suite-schema.js';

/** More would not fit into one folder and one table. */
const MAX_EPISODES = 100_000;

/** One cell of the grid. */
interface Condition {
  readonly fingerprint: string;
  /** Name of its folder. */
  readonly slug: string;
  readonly cell: Cell;
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
}

/**
 * Expands a suite to its episodes and checks every one of them before anything runs.
 * @throws QuorumError `UNKNOWN_NAME`, `TEAM_INVALID` or `CONFIG_INVALID` with the place in the suite
 */
export function planSuite(suite: Suite, source: SuiteSource, catalog: Catalog): SuitePlan {
  const cells = suiteCells(suite, source);
  checkNames(cells, catalog, source);
  const conditions = new Map<string, Condition>();
  const [firstSeed = 0] = suite.seeds;
  for (const cell of cells) {
    const header = resolve(cell, firstSeed, catalog, source);
    const fingerprint = conditionFingerprint(header);
    // Two spellings of one condition (a default written out, say) are played once.
    if (conditions.has(fingerprint)) continue;
    conditions.set(fingerprint, { fingerprint, slug: conditionSlug(cell, fingerprint), cell, header });
  }
  const list = [...conditions.values()];
  const count = list.length * suite.seeds.length * suite.repeats;
  if (count > MAX_EPISODES) {
    const message = `${count} episodes are more than a run can hold (${MAX_EPISODES})`;
    throw suiteError(source, [{ path: ['seeds'], message }], {
      fix: 'split the suite, or play fewer seeds.',
    });
  }
  return { suite, conditions: list, episodes: episodesOf(suite, list) };
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

/** The header of a cell. What the scenario refuses is told with its place in the suite. */
function resolve(cell: Cell, seed: number, catalog: Catalog, source: SuiteSource): EpisodeHeader {
  checkOptions(cell, catalog, source);
  checkTeamSize(cell, catalog, source);
  try {
    return createHeader({ ...cell.spec, seed, repeat: 1 }, catalog);
  } catch (error) {
    if (!QuorumError.isInstance(error) || error.code === 'INTERNAL') throw error;
    const place = source.locate(cell.places.scenario);
    const code = source.isArgument(cell.places.scenario) ? 'USAGE' : error.code;
    throw new QuorumError(code, `${place}: ${error.message}`, {
      fix: error.fix ?? 'correct this value.',
      cause: error,
    });
  }
}

function checkOptions(cell: Cell, catalog: Catalog, source: SuiteSource): void {
  const scenario = catalog.scenarios.find(({ name }) => name === cell.spec.scenario);
  const parsed = scenario?.options.safeParse(cell.spec.options);
  if (!parsed || parsed.success) return;
  const known = Object.keys((scenario?.options as { shape?: object } | undefined)?.shape ?? {}).join(', ');
  const problems = parsed.error.issues.flatMap((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')];
    const message =
      issue.code === 'unrecognized_keys'
        ? `${cell.spec.scenario} has no such option; known: ${known}`
        : issue.message.replace(/^Invalid (input|option): /, '');
    return names.map((name) => ({
      path: cell.places.options[name] ?? (['options'] as FieldPath),
      message,
    }));
  });
  throw suiteError(source, problems, {
    fix: 'correct the option (`quorum list scenarios` shows them all). A list is an axis: an option whose value is a list itself is written as a list of lists.',
  });
}

function checkTeamSize(cell: Cell, catalog: Catalog, source: SuiteSource): void {
  const scenario = catalog.scenarios.find(({ name }) => name === cell.spec.scenario);
  const size = cell.spec.team.length;
  if (!scenario || (size >= scenario.seats.min && size <= scenario.seats.max)) return;
  const { min, max } = scenario.seats;
  const message = `a team of ${size} does not fit ${scenario.name}, which takes ${min} to ${max} agents`;
  throw suiteError(source, [{ path: cell.places.agents, message }], {
    code: 'TEAM_INVALID',
    fix: `choose a team size from ${min} to ${max}.`,
  });
}
