import { join, resolve } from 'node:path';
import { readPrices, type PriceTable } from '../models/prices.js';
import { EXIT, type ExitCode } from '../output/exit-codes.js';
import { startProgress } from '../output/progress.js';
import type { Terminal } from '../output/terminal.js';
import type { QueueOutcome } from '../pool/run-queue.js';
import { checkRunFolder, openRunFolder } from '../run-folder/open-run-folder.js';
import { writeManifest } from '../run-folder/manifest.js';
import { planManifest } from '../run-folder/plan-manifest.js';
import { readRun } from '../run-folder/read-run.js';
import { writeSummary } from '../run-folder/summary.js';
import { RUN_SUITE_FILE } from '../suite/find-suite.js';
import {
  parseGridOption,
  parseModelOption,
  parseTeamOption,
  type GridOverride,
} from '../suite/grid-overrides.js';
import { loadSuite } from '../suite/load-suite.js';
import { planSuite, type PlannedEpisode, type SuitePlan } from '../suite/plan-suite.js';
import { catalog } from '../system/catalog.js';
import { watchInterrupt } from '../system/interrupt.js';
import { writeAtomically } from '../system/write-atomically.js';
import { checkAccess, type Access } from '../view/check-access.js';
import type { WatchedRun } from '../view/open-watched-run.js';
import { orderForWatching } from '../view/order-for-watching.js';
import { showDryRun } from './dry-run.js';
import { episodeLine } from './episode-line.js';
import { defaultConcurrency, modelsOfEpisodes } from './episode-models.js';
import { finishRun } from './finish-run.js';
import { missingEpisodes } from './missing-episodes.js';
import type { ModelSession } from './model-session.js';
import { openModelSession } from './open-model-session.js';
import { playRun, type PlayOptions } from './play-run.js';
import type { RunOptions } from './run-options.js';
import { selectEpisodes } from './select-episodes.js';
import { asksModels, findTapes, type Tapes } from './tapes.js';

/** `quorum run`: plays what is missing of a suite, then reports. */
export async function runCommand(target: string, options: RunOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.view) checkAccess(viewAccess(options));
  const overrides = [...options.grid.map(parseGridOption), ...shorthands(options)];
  const { suite, source } = loadSuite(target, overrides, catalog.scenarios);
  const plan = planSuite(suite, source, catalog);
  const selected = selectEpisodes(plan, options);
  const folder = resolve(options.output ?? join('runs', suite.suite));
  const tapes = findTapes(options);
  const prices = readPrices(options.prices);
  if (options.dryRun) {
    const live = asksModels(tapes);
    await showDryRun({ ...options, plan, selected, folder, prices, live }, terminal);
    return EXIT.ok;
  }
  const models = await openCheckedModels({ plan, selected, folder, tapes, prices }, options);
  const { previous, release } = openRunFolder(folder, plan);
  const interrupt = watchInterrupt();
  let watched: WatchedRun | null = null;
  try {
    writeAtomically(join(folder, RUN_SUITE_FILE), source.text);
    const typed = overrides.map(({ argument }) => argument);
    const manifest = planManifest(plan, typed, previous);
    const missing = missingEpisodes(folder, selected, options);
    const episodes = options.view ? orderForWatching(missing) : missing;
    if (episodes.length < selected.length && !options.quiet) {
      const kept = selected.length - episodes.length;
      terminal.note(`${kept} of ${selected.length} episodes are already finished`);
    }
    const { workers, concurrency = defaultConcurrency(episodes) } = options;
    if (options.view) {
      // The page reads it before the first episode is begun.
      writeManifest(folder, manifest);
      // Its server takes longer to load than everything else, and few runs are watched.
      const { openWatchedRun } = await import('../view/open-watched-run.js');
      const { speed } = options;
      const access = { ...viewAccess(options), ...(speed !== undefined && { speed }) };
      watched = await openWatchedRun(folder, { ...access, models }, terminal);
    }
    const pace = watched?.pace ?? null;
    const signal = watched === null ? interrupt.signal : AbortSignal.any([interrupt.signal, watched.stopped]);
    const outcome = await playWithProgress(
      { folder, manifest, episodes, workers, concurrency, models, tapes, pace, signal },
      options.quiet,
      terminal,
    );
    // Without space nothing more can be written; without money, what is there can be summed up.
    if (outcome.fatal?.code === 'FILE_UNWRITABLE') throw outcome.fatal;
    const results = readRun(folder);
    writeSummary(results);
    const exit = finishRun(results, outcome, options, terminal);
    await watched?.untilInterrupted(interrupt.signal);
    return exit;
  } finally {
    await watched?.close();
    await models?.close();
    interrupt.release();
    release();
  }
}

function viewAccess({ host, port, token }: RunOptions): Access {
  return { host, port, ...(token !== undefined && { token }) };
}

/** The language models of a run, every one of them found to answer; null where none is asked. Writes nothing. */
async function openCheckedModels(
  run: {
    readonly plan: SuitePlan;
    readonly selected: readonly PlannedEpisode[];
    readonly folder: string;
    readonly tapes: Tapes | null;
    readonly prices: PriceTable;
  },
  options: RunOptions,
): Promise<ModelSession | null> {
  if (!asksModels(run.tapes)) return null;
  const previous = checkRunFolder(run.folder, run.plan);
  const episodes = missingEpisodes(run.folder, run.selected, options);
  const names = modelsOfEpisodes(episodes);
  if (names.length === 0) return null;
  const models = openModelSession(options, run.prices, previous);
  for (const model of names) await models.check(model);
  return models;
}

/** What has an option of its own. */
function shorthands({ team, model, seeds, repeats }: RunOptions): GridOverride[] {
  const given = [
    { field: 'seeds', value: seeds },
    { field: 'repeats', value: repeats },
  ].filter(({ value }) => value !== undefined);
  return [
    ...(team === undefined ? [] : [parseTeamOption(team)]),
    ...(model === undefined ? [] : [parseModelOption(model)]),
    ...given.map(({ field, value }) => ({ path: [field], value, argument: `--${field} ${value ?? ''}` })),
  ];
}

async function playWithProgress(
  what: Omit<PlayOptions, 'onDone' | 'onFailure'>,
  quiet: boolean,
  terminal: Terminal,
): Promise<QueueOutcome<PlannedEpisode>> {
  const { models, episodes } = what;
  const progress = startProgress(terminal, {
    total: episodes.length,
    noun: 'episodes',
    quiet,
    ...(models && { remark: () => models.remark() }),
  });
  try {
    return await playRun({
      ...what,
      onDone: (episode, result) => progress.step(episodeLine(episode, result, models)),
      onFailure: (episode) => progress.step(`${episode.path}: failed`),
    });
  } finally {
    progress.stop();
    if (models !== null && !quiet) terminal.note(`language models: ${models.summary()}`);
  }
}
