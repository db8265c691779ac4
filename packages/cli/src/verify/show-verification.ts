import type { Terminal } from '../output/terminal.js';
import type { Check, EpisodeVerdict } from './verdict.js';

/** The outcome of `quorum verify`. */
export interface Verification {
  /** Highest level that was asked for. */
  readonly level: 1 | 2;
  /** Episodes of the run that are not played yet. */
  readonly missing: number;
  readonly verdicts: readonly EpisodeVerdict[];
}

const levelNames = ['log intact', 'level 1: world re-simulated', 'level 2: agents re-run'];

/** Prints what was verified, every failure in full. */
export function showVerification(
  { level, missing, verdicts }: Verification,
  { json, quiet }: { json: boolean; quiet: boolean },
  terminal: Terminal,
): void {
  const failed = verdicts.filter(({ passed }) => !passed);
  if (json) {
    const summary = {
      passed: failed.length === 0,
      level,
      episodes: verdicts.length,
      failed: failed.length,
      missing,
    };
    terminal.out(JSON.stringify({ ...summary, verdicts }, null, 2));
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
  if (quiet) return;
  for (const [reached, name] of levelNames.entries()) {
    const count = verdicts.filter((verdict) => verdict.level !== null && verdict.level >= reached).length;
    if (reached <= level) terminal.out(`${name}: ${count} of ${verdicts.length} episodes passed`);
  }
  const remarks = new Set(verdicts.flatMap(({ checks }) => checks.flatMap(skippedRemark)));
  for (const remark of remarks) terminal.out(color.dim(remark));
  if (missing > 0) terminal.out(color.yellow(`${missing} episodes of this run are not played yet.`));
  terminal.out(failed.length === 0 ? color.green('passed') : color.red(`${failed.length} episodes failed`));
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
