import { join, resolve } from 'node:path';
import { QuorumError } from '@quorum/events';
import { builtIn } from '@quorum/agents';
import { EXIT, type ExitCode } from '../output/exit-codes.js';
import { globMatcher } from '../output/glob.js';
import { startProgress } from '../output/progress.js';
import type { Terminal } from '../output/terminal.js';
import type { QueueOutcome } from '../pool/run-queue.js';
import { openRunFolder } from '../run-folder/open-run-folder.js';
import { planManifest } from '../run-folder/plan-manifest.js';
import { readRun } from '../run-folder/read-run.js';
import { writeSummary } from '../run-folder/summary.js';
import { RUN_SUITE_FILE } from '../suite/find-suite.js';
import { parseGridOption, type GridOverride } from '../suite/grid-overrides.js';
import { loadSuite } from '../suite/load-suite.js';
import { planSuite, type PlannedEpisode, type SuitePlan } from '../suite/plan-suite.js';
import { watchInterrupt } from '../system/interrupt.js';
import { writeAtomically } from '../system/write-atomically.js';
import { showDryRun } from './dry-run.js';
import { episodeLine } from './episode-line.js';
import { finishRun } from './finish-run.js';
import { missingEpisodes, playRun, type PlayOptions } from './play-run.js';
import type { RunOptions } from './run-options.js';

/** `quorum run`: plays what is missing of a suite, then reports. */
export async function runCommand(target: string, options: RunOptions, terminal: Terminal): Promise<ExitCode> {
  const overrides = [...options.grid.map(parseGridOption), ...seedOverrides(options)];
  const { suite, source } = loadSuite(target, overrides, builtIn.scenarios);
  const plan = planSuite(suite, source, builtIn);
  const selected = select(plan, options.only);
  const folder = resolve(options.output ?? join('runs', suite.suite));
  if (options.dryRun) {
    showDryRun({ plan, selected, folder, json: options.json }, terminal);
    return EXIT.ok;
  }
  const { previous, release } = openRunFolder(folder, plan);
  const interrupt = watchInterrupt();
  try {
    writeAtomically(join(folder, RUN_SUITE_FILE), source.text);
    const typed = overrides.map(({ argument }) => argument);
    const manifest = planManifest(plan, typed, previous);
    const episodes = missingEpisodes(folder, selected);
    if (episodes.length < selected.length && !options.quiet) {
      const kept = selected.length - episodes.length;
      terminal.note(`${kept} of ${selected.length} episodes are already finished`);
    }
    const what = { folder, manifest, episodes, workers: options.workers, signal: interrupt.signal };
    const outcome = await playWithProgress(what, options.quiet, terminal);
    if (outcome.fatal !== null) throw outcome.fatal;
    const results = readRun(folder);
    writeSummary(results);
    return finishRun(results, outcome, options, terminal);
  } finally {
    interrupt.release();
    release();
  }
}

function seedOverrides({ seeds, repeats }: RunOptions): GridOverride[] {
  const given = [
    { field: 'seeds', value: seeds },
    { field: 'repeats', value: repeats },
  ].filter(({ value }) => value !== undefined);
  return given.map(({ field, value }) => ({ path: [field], value, argument: `--${field} ${value ?? ''}` }));
}

function select(plan: SuitePlan, only: string | undefined): readonly PlannedEpisode[] {
  if (only === undefined) return plan.episodes;
  const matches = globMatcher(only);
  const selected = plan.episodes.filter(({ path }) => matches(path));
  if (selected.length > 0) return selected;
  throw new QuorumError('USAGE', `--only ${only} matches none of the ${plan.episodes.length} episodes.`, {
    fix: 'use a part of an episode path, or a pattern with *; --dry-run lists the conditions.',
  });
}

async function playWithProgress(
  what: Omit<PlayOptions, 'onDone' | 'onFailure'>,
  quiet: boolean,
  terminal: Terminal,
): Promise<QueueOutcome<PlannedEpisode>> {
  const progress = startProgress(terminal, { total: what.episodes.length, noun: 'episodes', quiet });
  try {
    return await playRun({
      ...what,
      onDone: (episode, result) => progress.step(episodeLine(episode, result)),
      onFailure: (episode) => progress.step(`${episode.path}: failed`),
    });
  } finally {
    progress.stop();
  }
}
