import { isScored } from '@quorum/metrics';
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
  { failures, fatal, interrupted }: QueueOutcome<PlannedEpisode>,
  { json, quiet, debug, shard }: RunOptions,
  terminal: Terminal,
): ExitCode {
  for (const { task, error } of failures) {
    terminal.note(`failed: ${task.path}`);
    reportError(error, terminal, { json: false, debug });
  }
  const { rows, manifest } = results;
  const kept = `${rows.length} of ${manifest.episodes.length} episodes are finished and kept.`;
  if (fatal !== null) {
    terminal.note(`stopped: ${kept}`);
    return reportError(fatal, terminal, { json, debug });
  }
  if (interrupted) {
    terminal.note(`interrupted: ${kept}`);
    terminal.note(`to go on: ${quorumCommand(...process.argv.slice(2))}`);
    return EXIT.interrupted;
  }
  if (!quiet || json) showReport(results, json ? 'json' : 'table', terminal);
  if (!quiet && !json) showNextSteps(results.folder, terminal);
  const complete = [tellFailures(failures.length, terminal), tellExcluded(results, terminal)];
  if (!quiet && shard !== undefined) tellUnplayed(results, terminal);
  return complete.includes(false) ? EXIT.error : EXIT.ok;
}

/** Episodes that came to no end at all. Returns whether there are none. */
function tellFailures(count: number, terminal: Terminal): boolean {
  if (count === 0) return true;
  terminal.note(`${count} episodes failed; the same command plays only these again.`);
  return false;
}

/** Episodes whose end says nothing of their team. Returns whether there are none. */
function tellExcluded({ rows }: RunResults, terminal: Terminal): boolean {
  const statuses = rows.filter(({ result }) => !isScored(result)).map(({ result }) => result.status);
  if (statuses.length === 0) return true;
  const counts = [...new Set(statuses)].map(
    (status) => `${statuses.filter((other) => other === status).length} ended in ${status}`,
  );
  terminal.note(`of ${rows.length} episodes, ${counts.join(' and ')}, which no mean counts;`);
  terminal.note('the same command with --retry-errors plays these again.');
  return false;
}

/** What is left for other shards. */
function tellUnplayed({ rows, manifest }: RunResults, terminal: Terminal): void {
  const left = manifest.episodes.length - rows.length;
  if (left === 0) return;
  terminal.note(
    `this is a part of the run: ${left} of ${manifest.episodes.length} episodes are not here yet.`,
  );
  terminal.note('to join shards: copy their `episodes` folders into one, then run without --shard.');
}

function showNextSteps(folder: string, terminal: Terminal): void {
  const path = displayPath(folder);
  const steps = [
    [quorumCommand('view', path), 'watch every episode again in the browser'],
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
