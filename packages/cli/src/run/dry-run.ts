import { TICKS_PER_SECOND } from '@quorum/events';
import { textTable } from '../output/text-table.js';
import type { Terminal } from '../output/terminal.js';
import { checkRunFolder } from '../run-folder/open-run-folder.js';
import { conditionColumns } from '../suite/condition-columns.js';
import { describeCondition } from '../suite/describe-condition.js';
import type { PlannedEpisode, SuitePlan } from '../suite/plan-suite.js';
import { displayPath } from '../system/paths.js';
import { missingEpisodes } from './missing-episodes.js';

/** What a dry run shows. */
export interface DryRun {
  readonly plan: SuitePlan;
  /** Episodes that `--only` leaves. */
  readonly selected: readonly PlannedEpisode[];
  readonly folder: string;
  readonly retryErrors: boolean;
  readonly json: boolean;
}

/** Shows what a run would do; writes nothing. */
export function showDryRun(dryRun: DryRun, terminal: Terminal): void {
  const { plan, selected, folder, json } = dryRun;
  checkRunFolder(folder, plan);
  const missing = new Set(missingEpisodes(folder, selected, dryRun));
  const conditions = plan.conditions.map((condition) => {
    const episodes = selected.filter((episode) => episode.condition === condition);
    return {
      fingerprint: condition.fingerprint,
      ...describeCondition(condition.header, condition.settings),
      episodes: episodes.length,
      finished: episodes.filter((episode) => !missing.has(episode)).length,
    };
  });
  const totals = { episodes: selected.length, missing: missing.size };
  if (json) {
    terminal.out(JSON.stringify({ suite: plan.suite.suite, folder, ...totals, conditions }, null, 2));
    return;
  }
  terminal.out(`${plan.suite.suite}: ${plan.suite.title}`);
  const { columns, shared } = conditionColumns(conditions);
  // The horizon has a column of its own, whether or not the suite varies it.
  const identity = columns.filter(({ head }) => head !== 'horizon');
  const head = ['condition', ...identity.map((column) => column.head), 'horizon', 'episodes', 'finished'];
  const rows = conditions.map((row) => [
    row.fingerprint,
    ...identity.map(({ cell }) => cell(row)),
    `${row.horizonTicks / TICKS_PER_SECOND} s`,
    `${row.episodes}`,
    `${row.finished}`,
  ]);
  terminal.out(textTable(head, rows, terminal.color));
  if (shared.length > 0) terminal.out(`All conditions: ${shared.join('; ')}.`);
  terminal.out(
    `${totals.missing} of ${totals.episodes} episodes would be played into ${displayPath(folder)}.`,
  );
}
