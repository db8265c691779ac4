import type { Terminal } from '../output/terminal.js';
import type { Outcome } from './outcome.js';
import type { RunProblem } from './run-problem.js';
import type { Check, EpisodeVerdict } from './verdict.js';

/** The outcome of `quorum verify`. */
export interface Verification {
  readonly outcome: Outcome;
  /** Highest level that was asked for. */
  readonly level: 1 | 2;
  /** Episodes of the run that are not played yet. */
  readonly missing: number;
  readonly verdicts: readonly EpisodeVerdict[];
  /** What is wrong with the run as a whole. */
  readonly problems: readonly RunProblem[];
}

const levelNames = ['log intact', 'level 1: world re-simulated', 'level 2: agents re-run'];

/** Prints what was verified, every failure in full. */
export function showVerification(
  { outcome, level, missing, verdicts, problems }: Verification,
  { json, quiet }: { json: boolean; quiet: boolean },
  terminal: Terminal,
): void {
  const failed = verdicts.filter(({ passed }) => !passed);
  if (json) {
    const summary = {
      outcome,
      passed: outcome === 'passed',
      level,
      episodes: verdicts.length,
      failed: failed.length,
      missing,
    };
    terminal.out(JSON.stringify({ ...summary, problems, verdicts }, null, 2));
    return;
  }
  const { color } = terminal;
  for (const { path, checks } of failed) {
    terminal.out(`${color.red('FAILED')} ${path}`);
    for (const check of checks.filter(({ status }) => status === 'failed')) {
      terminal.out(`  ${check.name}: ${check.message ?? ''}`);
      for (const line of detailLines(check)) terminal.out(`    ${line}`);
    }
  }
  for (const { path, message } of problems) terminal.out(`${color.red('FAILED')} ${path}: ${message}`);
  if (quiet) return;
  for (const [reached, name] of levelNames.entries()) {
    const count = verdicts.filter((verdict) => verdict.level !== null && verdict.level >= reached).length;
    if (reached <= level) terminal.out(`${name}: ${count} of ${verdicts.length} episodes passed`);
  }
  const remarks = new Set(verdicts.flatMap(({ checks }) => checks.flatMap(skippedRemark)));
  for (const remark of remarks) terminal.out(color.dim(remark));
  if (missing > 0) terminal.out(color.yellow(`${missing} episodes of this run are not played yet.`));
  terminal.out(
    lastWord({ outcome, episodes: verdicts.length, failed: failed.length, problems: problems.length }, color),
  );
}

function lastWord(
  {
    outcome,
    episodes,
    failed,
    problems,
  }: { outcome: Outcome; episodes: number; failed: number; problems: number },
  color: Terminal['color'],
): string {
  if (outcome === 'passed') return color.green('passed');
  if (outcome === 'incomplete') {
    const why =
      episodes === 0 ? 'no episode was checked' : 'finish the run, or verify what is there with --partial';
    return color.red(`incomplete: ${why}`);
  }
  const counts = [
    ...(failed > 0 ? [`${failed} ${failed === 1 ? 'episode' : 'episodes'} failed`] : []),
    ...(problems > 0 ? [`${problems} ${problems === 1 ? 'problem' : 'problems'} of the run folder`] : []),
  ];
  return color.red(counts.join(', '));
}

function detailLines({ detail }: Check): string[] {
  return Object.entries(detail ?? {})
    .filter(([key]) => key === 'expected' || key === 'actual')
    .map(([key, value]) => `${key === 'expected' ? 'in the log:  ' : 'played anew:'} ${shorten(value)}`);
}

function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function skippedRemark({ name, status, message }: Check): string[] {
  return status === 'skipped' && message !== null ? [`${name} not checked: ${message}`] : [];
}
