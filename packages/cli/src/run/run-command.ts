import { join, resolve } from 'node:path';
import { QuorumError } from '@quorum/events';
import { builtIn } from '@quorum/agents';
import { EXIT, type ExitCode } from '../output/exit-codes.js';
import { globMatcher } from '../output/glob.js';
import { startProgress } from '../output/progress.js';
import type { Terminal } from '../output/terminal.js';
import { describeError } from '../output/describe-error.js';
import type { QueueOutcome } from '../pool/run-queue.js';
import { showReport } from '../report/show-report.js';
import { RUN_SUITE_FILE } from '../suite/find-suite.js';
import { openRunFolder } from '../run-folder/open-run-folder.js';
import { planManifest } from '../run-folder/plan-manifest.js';
import { readRun, type RunResults } from '../run-folder/read-run.js';
import { SUMMARY_FILE, writeSummary } from '../run-folder/summary.js';
import { parseGridOption, type GridOverride } from '../suite/grid-overrides.js';
import { loadSuite } from '../suite/load-suite.js';
import { planSuite, type PlannedEpisode, type SuitePlan } from '../suite/plan-suite.js';
import { quorumCommand } from '../system/command-line.js';
import { displayPath } from '../system/paths.js';
import { watchInterrupt } from '../system/interrupt.js';
import { writeAtomically } from '../system/write-atomically.js';
import { showDryRun } from './dry-run.js';
import { episodeLine } from './episode-line.js';
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
  const open = openRunFolder(folder, plan);
  try {
    writeAtomically(join(folder, RUN_SUITE_FILE), source.text);
    const typed = overrides.map(({ argument }) => argument);
    const manifest = planManifest(plan, typed, open.previous);
    const episodes = missingEpisodes(folder, selected);
    const kept = selected.length - episodes.length;
    if (kept > 0 && !options.quiet)
      terminal.note(`${kept} of ${selected.length} episodes are already finished`);
    const outcome = await play({ folder, manifest, episodes }, options, terminal);
    if (outcome.fatal !== null) throw outcome.fatal;
    const results = readRun(folder);
    writeSummary(results);
    return finish(results, outcome, options, terminal);
  } finally {
    open.release();
  }
}

function seedOverrides({ seeds, repeats }: RunOptions): GridOverride[] {
  return [
    ...(seeds === undefined ? [] : [{ path: ['seeds'], value: seeds, argument: `--seeds ${seeds}` }]),
    ...(repeats === undefined
      ? []
      : [{ path: ['repeats'], value: repeats, argument: `--repeats ${repeats}` }]),
  ];
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

/** Plays with a progress display and an ear for Ctrl-C. */
async function play(
  what: Pick<PlayOptions, 'folder' | 'manifest' | 'episodes'>,
  { workers, quiet }: RunOptions,
  terminal: Terminal,
): Promise<QueueOutcome<PlannedEpisode>> {
  const progress = startProgress(terminal, { total: what.episodes.length, noun: 'episodes', quiet });
  const interrupt = watchInterrupt();
  try {
    return await playRun({
      ...what,
      workers,
      signal: interrupt.signal,
      onDone: (episode, result) => progress.step(episodeLine(episode, result)),
      onFailure: (episode) => progress.step(`${episode.path}: failed`),
    });
  } finally {
    interrupt.release();
    progress.stop();
  }
}

function finish(
  results: RunResults,
  outcome: QueueOutcome<PlannedEpisode>,
  { json, quiet }: RunOptions,
  terminal: Terminal,
): ExitCode {
  const { rows, manifest, folder } = results;
  for (const { task, error } of outcome.failures) {
    terminal.note(`${terminal.noteColor.red('failed')} ${task.path}: ${describeError(error).message}`);
  }
  if (outcome.interrupted) {
    terminal.note(
      `interrupted: ${rows.length} of ${manifest.episodes.length} episodes are finished and kept.`,
    );
    terminal.note(`to go on: ${quorumCommand(...process.argv.slice(2))}`);
    return EXIT.interrupted;
  }
  if (!quiet || json) showReport(results, json ? 'json' : 'table', terminal);
  if (!quiet && !json) showNextSteps(folder, terminal);
  if (outcome.failures.length === 0) return EXIT.ok;
  terminal.note(`${outcome.failures.length} episodes failed; the same command plays only these again.`);
  return EXIT.error;
}

function showNextSteps(folder: string, terminal: Terminal): void {
  const path = displayPath(folder);
  const steps = [
    [quorumCommand('verify', path), 're-simulate every episode and compare'],
    [quorumCommand('report', path, '--md'), 'this table for a paper'],
    [quorumCommand('list', 'suites'), 'what else there is to run'],
  ] as const;
  const width = Math.max(...steps.map(([command]) => command.length));
  terminal.out('');
  terminal.out(`Files: ${path} (${SUMMARY_FILE} has every episode with every metric)`);
  terminal.out('Next:');
  for (const [command, purpose] of steps) terminal.out(`  ${command.padEnd(width)}  ${purpose}`);
}
