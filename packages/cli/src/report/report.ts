import type { RunResults } from '../run-folder/read-run.js';
import { reportComparisons, type ComparisonReport } from './comparison-report.js';
import { reportConditions, type ConditionReport } from './condition-report.js';
import { reportDependence, type DependenceReport } from './dependence-report.js';
import type { Frozen } from './frozen.js';
import { reportInfluence, type InfluenceReport } from './influence-report.js';
import { numericColumns } from './numeric-columns.js';
import { reportTalk, type TalkReport } from './talk-report.js';

/** What a run folder says, ready to print. */
export interface Report {
  readonly suite: string;
  readonly title: string;
  /** Fields that were set on the command line: with any, this is not the published suite. */
  readonly overrides: readonly string[];
  readonly episodes: { readonly planned: number; readonly finished: number };
  readonly primary: string;
  readonly secondary: readonly string[];
  readonly conditions: readonly ConditionReport[];
  /** What the suite compares, as one family of tests. */
  readonly comparisons: readonly ComparisonReport[];
  /** What words are worth, for each condition that talks and has controls. */
  readonly talk: readonly TalkReport[];
  /** How much messages tell of what is done next, over all episodes of a condition. */
  readonly dependence: readonly DependenceReport[];
  /** What messages did to the decisions that were probed. */
  readonly influence: readonly InfluenceReport[];
}

/**
 * Summarises a run.
 * @param frozen measurements that it rests on besides
 * @param all every metric column instead of the primary and secondary ones
 */
export function createReport(
  results: RunResults,
  { references, necessities }: Frozen,
  { all }: { readonly all: boolean },
): Report {
  const { manifest, rows } = results;
  const { primary, secondary } = manifest;
  const columns = all ? numericColumns.map(({ name }) => name) : [primary, ...secondary];
  return {
    suite: manifest.suite,
    title: manifest.title,
    overrides: manifest.overrides,
    episodes: { planned: manifest.episodes.length, finished: rows.length },
    primary,
    secondary,
    conditions: reportConditions(results, columns, references),
    comparisons: reportComparisons(results),
    talk: reportTalk(results, necessities),
    dependence: reportDependence(results),
    influence: reportInfluence(results),
  };
}
