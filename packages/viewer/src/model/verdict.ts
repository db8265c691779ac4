import type { EpisodeModel } from './episode-model.js';

const ENDINGS = {
  completed: 'Every task was done',
  horizon: 'Body time ran out',
  deadline: 'Virtual time ran out',
  stopped: 'It was stopped',
  agent_error: 'An agent failed',
  model_error: 'A model failed',
  model_budget: 'The model budget was used up',
} as const;

/** How an episode went, in one line. */
export function verdict({ ended, findings, marks, endTime }: EpisodeModel): string {
  const failures = findings.filter(({ severity }) => severity === 'failure');
  const plans = marks.filter(({ kind }) => kind === 'failure').length;
  const last = failures.at(-1);
  const why = last === undefined ? '' : ` ${last.sentence}`;
  const failed = plans === 0 ? '' : ` ${plans} plan${plans === 1 ? '' : 's'} failed.`;
  if (ended === null) return `Playing, ${(endTime / 1e6).toFixed(0)} s so far.${failed}${why}`;
  const { status, score, maxScore } = ended;
  return `${ENDINGS[status]}: ${score} of ${maxScore} points after ${(endTime / 1e6).toFixed(0)} s.${failed}${why}`;
}
