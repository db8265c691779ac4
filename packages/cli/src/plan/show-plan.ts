import { MIN_SEEDS_FOR_INTERVAL } from '@quorum/metrics';
import { formatInterval, formatOptional } from '../report/format-summary.js';
import { textTable } from '../output/text-table.js';
import type { Terminal } from '../output/terminal.js';
import type { RunResults } from '../run-folder/read-run.js';
import { conditionColumns } from '../suite/condition-columns.js';
import { describeCondition } from '../suite/describe-condition.js';
import { differenceLabel } from '../suite/difference-label.js';
import type { SuitePlan } from '../suite/plan-suite.js';
import { displayPath } from '../system/paths.js';
import type { Aim, ComparisonNeed, SeedPlan } from './plan-seeds.js';

/** All that a plan is shown from. */
export interface ShownPlan {
  readonly suite: SuitePlan;
  readonly pilot: RunResults;
  readonly aim: Aim;
  readonly need: SeedPlan;
}

/** Prints the seeds that a suite needs, for a person or as JSON. */
export function showPlan(shown: ShownPlan, json: boolean, terminal: Terminal): void {
  const { suite, pilot, aim, need } = shown;
  if (json) {
    const { suite: name, primary } = suite.suite;
    terminal.out(JSON.stringify({ suite: name, primary, pilot: pilot.folder, ...aim, ...need }, null, 2));
    return;
  }
  showText(shown, terminal);
}

function showText({ suite: plan, pilot, aim, need }: ShownPlan, terminal: Terminal): void {
  const { suite, conditions } = plan;
  const { bold, dim, yellow } = terminal.color;
  terminal.out(bold(`${suite.suite}: seeds to find a difference of ${aim.detect} in ${suite.primary}`));
  terminal.out('');
  showComparisons(plan, need.comparisons, terminal);
  terminal.out('');
  const { seeds, seedsInterval, episodes, episodesInterval } = need;
  terminal.out(
    bold(`Seeds: ${seeds}, by a pilot that leaves room from ${seedsInterval.low} to ${seedsInterval.high}.`),
  );
  terminal.out(
    `Episodes: ${episodes} (${episodesInterval.low} to ${episodesInterval.high}), ${conditions.length} conditions × seeds${suite.repeats > 1 ? ` × ${suite.repeats} repeats` : ''}${timeLabel(need)}.`,
  );
  terminal.out('');
  for (const line of legend(aim, need, displayPath(pilot.folder))) terminal.out(dim(line));
  const repeats = Math.max(...pilot.manifest.episodes.map(({ repeat }) => repeat));
  if (repeats !== suite.repeats) {
    terminal.out(
      yellow(`The pilot has ${repeats} repeats, the suite ${suite.repeats}: the spread will be another.`),
    );
  }
  if (need.comparisons.some(({ sd }) => sd === null)) {
    terminal.out(
      yellow(`–: fewer than ${MIN_SEEDS_FOR_INTERVAL} seeds in the pilot; such a comparison may need more.`),
    );
  }
}

function showComparisons(plan: SuitePlan, comparisons: readonly ComparisonNeed[], terminal: Terminal): void {
  const described = new Map(
    plan.conditions.map(({ fingerprint, header, settings }) => [
      fingerprint,
      describeCondition(header, settings),
    ]),
  );
  const rows = comparisons.flatMap((need) => {
    const [row, baseline] = [described.get(need.condition), described.get(need.baseline)];
    return row === undefined || baseline === undefined ? [] : [{ need, row, baseline }];
  });
  const { columns } = conditionColumns(rows.map(({ row }) => row));
  const head = [
    ...columns.map((column) => column.head),
    ...['compared with', 'pilot seeds', 'sd of differences', 'seeds', 'from', 'to'],
  ];
  terminal.out(
    textTable(
      head,
      rows.map(({ need, row, baseline }) => [
        ...columns.map(({ cell }) => cell(row)),
        differenceLabel(baseline, row),
        `${need.pilotSeeds}`,
        need.sdInterval === null ? '–' : `${formatOptional(need.sd)} ${formatInterval(need.sdInterval)}`,
        ...[need.seeds, need.seedsInterval?.low, need.seedsInterval?.high].map((count) => `${count ?? '–'}`),
      ]),
      terminal.color,
    ),
  );
}

function timeLabel({ secondsPerEpisode, episodes }: SeedPlan): string {
  if (secondsPerEpisode === null) return '';
  const minutes = (secondsPerEpisode * episodes) / 60;
  return `; about ${Math.ceil(minutes)} min of one thread, as fast as the pilot`;
}

function legend({ power, alpha }: Aim, { alphaEach, comparisons }: SeedPlan, pilot: string): string[] {
  const count = comparisons.length;
  const each =
    count === 1
      ? ''
      : `; for each of ${count} comparisons ${formatAlpha(alphaEach)}, on the safe side of Holm`;
  return [
    `Power ${power}, two-sided α ${alpha}${each}.`,
    `sd of differences: between seeds, in the pilot ${pilot}; [a, b] its 95 % interval, for differences that are about normal.`,
    'from, to: seeds for either end of that interval. A pilot of ten seeds leaves much open: play, and plan again with more.',
    'What language models would cost: quorum run SUITE --seeds 1..N --dry-run.',
  ];
}

function formatAlpha(alpha: number): string {
  return String(Number(alpha.toPrecision(2)));
}
