import type { Json } from '@quorum/events';
import type { Rng } from '@quorum/env';
import type { AnswerPlan } from '../chat/answers.js';

/** An answer out of format: prose, cut off, of another form, or nothing. */
export function garble(answer: Json, rng: Rng): string {
  const text = JSON.stringify(answer);
  switch (rng.integer(0, 3)) {
    case 0:
      return 'I think we should go on as before and see what comes of it.';
    case 1:
      return text.slice(0, Math.floor(text.length / 2));
    case 2:
      return JSON.stringify({ answer });
    default:
      return '';
  }
}

/** A plan in which everything with a number in its name is called by a number that nothing has. */
export function misname({ task, actions }: AnswerPlan): AnswerPlan {
  return {
    task: task === null ? null : wrongName(task),
    actions: actions.map((action) => ({
      ...action,
      ...Object.fromEntries(
        Object.entries(action).flatMap(([key, value]) =>
          key !== 'type' && typeof value === 'string' ? [[key, wrongName(value)]] : [],
        ),
      ),
    })),
  };
}

const wrongName = (name: string): string => name.replace(/\d+/, '999');
