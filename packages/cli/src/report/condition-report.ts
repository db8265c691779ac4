import type { EpisodeStatus } from '@quorum/events';
import {
  columnOf,
  normaliseScore,
  summariseConditions,
  type NormalisedScore,
  type Summary,
} from '@quorum/metrics';
import type { RunResults } from '../run-folder/read-run.js';
import { conditionFingerprint } from '../suite/condition.js';
import { describeCondition, type ConditionDescription } from '../suite/describe-condition.js';
import { findReferences, type References } from './references.js';

/** One row of a report: a condition over its finished episodes. */
export interface ConditionReport extends ConditionDescription {
  readonly fingerprint: string;
  readonly planned: number;
  readonly statuses: Readonly<Record<EpisodeStatus, number>>;
  /** Episodes left out of all means because an agent or a model failed. */
  readonly excluded: number;
  /** Episodes whose virtual time is an estimate, because a provider did not say what a call used. */
  readonly clockEstimated: number;
  /** By column name. */
  readonly columns: Readonly<Record<string, Summary>>;
  /** Primary metric between `random` (0) and `central` (1); null without frozen references. */
  readonly normalised: NormalisedScore | 'not discriminative' | null;
}

const KIND_ORDER = ['llm', 'stand-in', 'scripted'];

/**
 * A report's rows, grouped by model kind, in the order of the suite within a kind.
 * @param columns metric columns to summarise; must hold the primary one
 */
export function reportConditions(
  { manifest, rows }: RunResults,
  columns: readonly string[],
  references: readonly References[],
): ConditionReport[] {
  const aggregate = summariseConditions(columns, conditionFingerprint);
  const usageMissing = columnOf('models.usageMissing');
  const reports = manifest.conditions.flatMap((condition): ConditionReport[] => {
    const own = rows.filter((row) => row.condition === condition).map(({ result }) => result);
    const [summary] = aggregate.over(own);
    // Nothing is finished yet.
    if (summary === undefined) return [];
    const { fingerprint, header, settings } = condition;
    const primary = summary.columns[manifest.primary];
    const scale = findReferences(references, header, manifest.primary);
    return [
      {
        ...describeCondition(header, settings),
        fingerprint,
        planned: manifest.episodes.filter((episode) => episode.condition === fingerprint).length,
        statuses: summary.statuses,
        excluded: summary.excluded,
        clockEstimated: own.filter(({ metrics }) => Number(usageMissing(metrics)) > 0).length,
        columns: summary.columns,
        normalised: scale && primary ? normaliseScore(primary, scale) : null,
      },
    ];
  });
  return reports.sort((a, b) => rankOf(a.modelKind) - rankOf(b.modelKind));
}

/** Kinds in a fixed order, mixed teams last. */
function rankOf(kind: string): number {
  const rank = KIND_ORDER.indexOf(kind);
  return rank === -1 ? KIND_ORDER.length : rank;
}
