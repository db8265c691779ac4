import type { RunProblem } from './run-problem.js';
import type { EpisodeVerdict } from './verdict.js';

/** `incomplete`: nothing is wrong, but not all that was planned, or nothing at all, was checked. */
export type Outcome = 'passed' | 'failed' | 'incomplete';

/** Sums a verification up. Whatever was not checked never counts as passed. */
export function outcomeOf(found: {
  readonly verdicts: readonly EpisodeVerdict[];
  readonly problems: readonly RunProblem[];
  /** Planned episodes that were never played. */
  readonly missing: number;
  /** Accept an unfinished run. */
  readonly partial: boolean;
}): Outcome {
  const { verdicts, problems, missing, partial } = found;
  if (problems.length > 0 || verdicts.some(({ passed }) => !passed)) return 'failed';
  return verdicts.length === 0 || (missing > 0 && !partial) ? 'incomplete' : 'passed';
}
