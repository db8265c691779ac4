import type { EpisodeStatus } from '@quorum/events';
import type { DurationResult } from '../folds/duration.js';
import type { ScoreResult } from '../folds/score.js';
import type { Finding } from '../interaction/detectors/finding.js';
import { taskLine, type OpenTask } from './open-work.js';

const ENDINGS: Readonly<Record<EpisodeStatus, string>> = {
  completed: 'every task was done',
  horizon: 'body time ran out',
  deadline: 'virtual time ran out',
  stopped: 'it was stopped',
  agent_error: 'an agent failed',
  model_error: 'a model failed',
  model_budget: 'the model budget was used up',
};

/** What a verdict rests on. */
export interface VerdictGrounds {
  readonly score: ScoreResult;
  readonly duration: DurationResult;
  /** Of the fold `openWork`. */
  readonly tasks: readonly OpenTask[];
  readonly findings: readonly Finding[];
}

/** How an episode went, finished or not, in one line: points, ending, and the last failure or the first open task. */
export function verdict({
  score: { points, max },
  duration: { status, virtualSeconds },
  tasks: [first],
  findings,
}: VerdictGrounds): string {
  const how = status === null ? 'it has not ended' : ENDINGS[status];
  const why = findings.findLast(({ severity }) => severity === 'failure');
  const reason = why?.sentence ?? (first === undefined ? '' : taskLine(first));
  const result = `${points}${max === null ? '' : ` of ${max}`} points after ${virtualSeconds.toFixed(0)} s: ${how}.`;
  return reason === '' ? result : `${result} ${reason}`;
}
