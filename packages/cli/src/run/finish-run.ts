import { EXIT, type ExitCode } from '../output/exit-codes.js';
import { reportError } from '../output/report-error.js';
import type { Terminal } from '../output/terminal.js';
import type { QueueOutcome } from '../pool/run-queue.js';
import { showReport } from '../report/show-report.js';
import type { RunResults } from '../run-folder/read-run.js';
import { SUMMARY_FILE } from '../run-folder/summary.js';
import type { PlannedEpisode } from '../suite/plan-suite.js';
import { quorumCommand } from '../system/command-line.js';
import { displayPath } from '../system/paths.js';
import type { RunOptions } from './run-options.js';

/** The last words of a run: what failed, the report, what to do next. Returns the exit status. */
export function finishRun(
  results: RunResults,
  { failures, interrupted }: QueueOutcome<PlannedEpisode>,
  { json, quiet, debug }: RunOptions,
  terminal: Terminal,
): ExitCode {
  for (const { task, error } of failures) {
    terminal.note(`failed: ${task.path}`);
    reportError(error, terminal, { json: false, debug });
  }
  if (interrupted) {
    const { rows, manifest } = results;
    terminal.note(
      `interrupted: ${rows.length} of ${manifest.episodes.length} episodes are finished and kept.`,
    );
    terminal.note(`to go on: ${quorumCommand(...process.argv.slice(2))}`);
    return EXIT.interrupted;
  }
  if (!quiet || json) showReport(results, json ? 'json' : 'table', terminal);
  if (!quiet && !json) showNextSteps(results.folder, terminal);
  if (failures.length === 0) return EXIT.ok;
  terminal.note(`${failures.length} episodes failed; the same command plays only these again.`);
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
