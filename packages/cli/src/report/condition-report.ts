import type { ClockSpec, EpisodeStatus, ModelKind } from '@quorum/events';
import { builtIn } from '@quorum/agents';
import { normaliseScore, summariseConditions, type NormalisedScore, type Summary } from '@quorum/metrics';
import type { RunResults } from '../run-folder/read-run.js';
import { conditionFingerprint } from '../suite/condition.js';
import { modelKinds, teamNames } from '../suite/team.js';
import { findReferences, type References } from './references.js';

/** One row of a report: a condition over its finished episodes. */
export interface ConditionReport {
  readonly fingerprint: string;
  readonly scenario: string;
  /** Options that the suite sets. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly agents: number;
  readonly team: readonly string[];
  /** Kinds are never ranked together. */
  readonly modelKind: ModelKind | 'mixed';
  /** Some seat sees everything: an upper reference, never ranked. */
  readonly privileged: boolean;
  readonly structure: string;
  readonly clock: ClockSpec;
  readonly planned: number;
  readonly statuses: Readonly<Record<EpisodeStatus, number>>;
  /** Episodes left out of all means because an agent failed. */
  readonly excluded: number;
  /** By column name. */
  readonly columns: Readonly<Record<string, Summary>>;
  /** Primary metric between `random` (0) and `central` (1); null without frozen references. */
  readonly normalised: NormalisedScore | 'not discriminative' | null;
}

const KIND_ORDER = ['llm', 'stand-in', 'scripted', 'mixed'];

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
  const reports = aggregate.over(rows.map(({ result }) => result)).map((summary): ConditionReport => {
    const { header, condition: fingerprint } = summary;
    const condition = manifest.conditions.find((known) => known.fingerprint === fingerprint);
    const kinds = modelKinds(header);
    const team = teamNames(header);
    const primary = summary.columns[manifest.primary];
    const scale = findReferences(references, header, manifest.primary);
    return {
      fingerprint,
      scenario: header.scenario,
      options: condition?.options ?? header.options,
      agents: team.length,
      team,
      modelKind: kinds.length === 1 && kinds[0] ? kinds[0] : 'mixed',
      privileged: builtIn.agents.some(({ name, privileged }) => privileged && team.includes(name)),
      structure: header.structure,
      clock: header.clock,
      planned: manifest.episodes.filter((episode) => episode.condition === fingerprint).length,
      statuses: summary.statuses,
      excluded: summary.excluded,
      columns: summary.columns,
      normalised: scale && primary ? normaliseScore(primary, scale) : null,
    };
  });
  return reports.sort((a, b) => KIND_ORDER.indexOf(a.modelKind) - KIND_ORDER.indexOf(b.modelKind));
}
