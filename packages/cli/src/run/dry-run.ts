import { TICKS_PER_SECOND } from '@quorum/events';
import { textTable } from '../output/text-table.js';
import type { Terminal } from '../output/terminal.js';
import { checkRunFolder } from '../run-folder/open-run-folder.js';
import { optionsLabel, teamLabel } from '../suite/team.js';
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
    const { header, cell } = condition;
    return {
      fingerprint: condition.fingerprint,
      scenario: header.scenario,
      options: cell.spec.options,
      team: cell.spec.team,
      structure: header.structure,
      clock: header.clock,
      horizonSeconds: header.horizonTicks / TICKS_PER_SECOND,
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
  const head = [
    'condition',
    'scenario',
    'team',
    'structure',
    'clock',
    'options',
    'horizon',
    'episodes',
    'finished',
  ];
  const rows = conditions.map(({ clock, ...row }) => [
    row.fingerprint,
    row.scenario,
    teamLabel(row.team),
    row.structure,
    `${clock.mode} ${clock.profile} x${clock.timeScale}`,
    optionsLabel(row.options),
    `${row.horizonSeconds} s`,
    `${row.episodes}`,
    `${row.finished}`,
  ]);
  terminal.out(textTable(head, rows, terminal.color));
  terminal.out(
    `${totals.missing} of ${totals.episodes} episodes would be played into ${displayPath(folder)}.`,
  );
}
