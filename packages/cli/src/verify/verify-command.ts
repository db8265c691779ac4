import { resolve } from 'node:path';
import { EXIT, type ExitCode } from '../output/exit-codes.js';
import { startProgress } from '../output/progress.js';
import type { Terminal } from '../output/terminal.js';
import { openEpisodePool } from '../pool/episode-pool.js';
import { runQueue } from '../pool/run-queue.js';
import { watchInterrupt } from '../system/interrupt.js';
import { outcomeOf } from './outcome.js';
import { runProblems } from './run-problems.js';
import { showVerification } from './show-verification.js';
import type { EpisodeVerdict } from './verdict.js';
import { planVerification, type VerifyTask } from './verify-tasks.js';

/** Options of `quorum verify`. */
export interface VerifyOptions {
  /** Highest level to check. */
  readonly level: 1 | 2;
  /** An unfinished run passes when what is there does. */
  readonly partial: boolean;
  readonly workers: number;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** `quorum verify`: checks every finished episode behind a path. */
export async function verifyCommand(
  target: string,
  { level, partial, workers, json, quiet }: VerifyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { tasks, missing, run } = planVerification(resolve(target), level);
  const progress = startProgress(terminal, { total: tasks.length, noun: 'episodes', quiet: quiet || json });
  const interrupt = watchInterrupt();
  const concurrency = Math.min(workers, Math.max(1, tasks.length));
  const pool = openEpisodePool<VerifyTask, EpisodeVerdict>({ name: 'verify', workers: concurrency });
  const verdicts = new Map<VerifyTask, EpisodeVerdict>();
  try {
    const { failures, fatal, interrupted } = await runQueue<VerifyTask, EpisodeVerdict>({
      tasks,
      concurrency,
      signal: interrupt.signal,
      work: (task, signal) => pool.run(task, signal),
      onDone: (task, verdict) => {
        verdicts.set(task, verdict);
        progress.step(`${verdict.path}: ${verdict.passed ? 'passed' : 'FAILED'}`);
      },
      onFailure: ({ task }) => progress.step(`${task.name}: could not be checked`),
    });
    progress.stop();
    if (interrupted) return EXIT.interrupted;
    const [failure] = failures;
    if (fatal !== null || failure) throw fatal ?? failure?.error;
    const inOrder = tasks.flatMap((task) => verdicts.get(task) ?? []);
    const intact = inOrder.every(({ passed }) => passed);
    const problems = run === null ? [] : runProblems(run, { missing, intact });
    const outcome = outcomeOf({ missing, verdicts: inOrder, problems, partial });
    showVerification({ outcome, level, missing, verdicts: inOrder, problems }, { json, quiet }, terminal);
    return outcome === 'passed' ? EXIT.ok : EXIT.missed;
  } finally {
    progress.stop();
    interrupt.release();
    await pool.close();
  }
}
