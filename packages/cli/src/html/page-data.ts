import type { EpisodeResult } from '@quorum/events';
import { isScored } from '@quorum/metrics';
import type { ConditionReport } from '../report/condition-report.js';
import type { Report } from '../report/report.js';
import type { RunResults } from '../run-folder/read-run.js';
import { conditionColumns, conditionLabel } from '../suite/condition-columns.js';

/** A condition as the page names it. */
export interface PageCondition {
  /** From 1, in the order of the summary: what charts call it where there is no room for its name. */
  readonly number: number;
  /** `2 · 3x chat · debate`: what sets it apart from the others of its kind. */
  readonly label: string;
  readonly row: ConditionReport;
  /** Its finished episodes, seed by seed. */
  readonly finished: readonly PageEpisode[];
  /** Those that say something about the team: what means and charts are made of. */
  readonly episodes: readonly PageEpisode[];
}

export interface PageEpisode {
  readonly seed: number;
  readonly repeat: number;
  readonly status: EpisodeResult['status'];
  /** Path of its folder, as a link of the page. */
  readonly href: string;
  /** Path of its folder inside the run folder. */
  readonly path: string;
  readonly metrics: Readonly<Record<string, unknown>>;
}

/** Conditions of one kind of model: never ranked together with those of another. */
export interface PageKind {
  readonly kind: string;
  readonly conditions: readonly PageCondition[];
}

/** All that the sections of a page draw from. */
export interface PageData {
  readonly report: Report;
  readonly kinds: readonly PageKind[];
}

/**
 * Prepares a run for its page.
 * @param base what links to episodes begin with: the run folder as seen from the page
 */
export function pageData(report: Report, { rows }: RunResults, base: string): PageData {
  const kinds = [...new Set(report.conditions.map(({ modelKind }) => modelKind))];
  let number = 0;
  return {
    report,
    kinds: kinds.map((kind) => {
      const own = report.conditions.filter(({ modelKind }) => modelKind === kind);
      const { columns } = conditionColumns(own);
      const conditions = own.map((row): PageCondition => {
        number += 1;
        const finished = rows
          .filter(({ condition }) => condition.fingerprint === row.fingerprint)
          .map(({ episode: { seed, repeat, path }, result: { status, metrics } }): PageEpisode => ({
            seed,
            repeat,
            status,
            path,
            href: `${base}${encodePath(path)}`,
            metrics,
          }));
        const label = `${number} · ${conditionLabel(columns, row)}`;
        return { number, label, row, finished, episodes: finished.filter(isScored) };
      });
      return { kind, conditions };
    }),
  };
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
