import { TICKS_PER_SECOND } from '@quorum/events';
import { forecastRun } from '../forecast/forecast-run.js';
import { priceForecast } from '../forecast/priced-forecast.js';
import { showForecast } from '../forecast/show-forecast.js';
import type { PriceTable } from '../models/prices.js';
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
  readonly workers: number;
  readonly prices: PriceTable;
  /** Models may be asked. */
  readonly live: boolean;
  readonly json: boolean;
}

/** Shows what a run would do and what its language models would cost; writes nothing and asks no model. */
export async function showDryRun(dryRun: DryRun, terminal: Terminal): Promise<void> {
  const { plan, selected, folder, json } = dryRun;
  const manifest = checkRunFolder(folder, plan);
  const missing = new Set(missingEpisodes(folder, selected, dryRun));
  const expected = await forecastRun(dryRun.live ? [...missing] : [], { folder, manifest }, dryRun.workers);
  const forecast = priceForecast(expected, dryRun.prices);
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
    const shown = { suite: plan.suite.suite, folder, ...totals, conditions, forecast };
    terminal.out(JSON.stringify(shown, null, 2));
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
  showForecast(forecast, terminal);
}
