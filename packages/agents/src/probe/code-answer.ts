import type { AnswerPlan, InterruptAnswer, PlanAnswer, SpeakAnswer } from '../chat/answers.js';

/** What a model can answer a probed decision with. */
export type ProbedAnswer = PlanAnswer | InterruptAnswer | SpeakAnswer;

/**
 * Finite coding of a decision: the task and the types of the actions of a plan, `resume`, or who says what kind of thing
 * about which task. Thoughts and words are never read.
 */
export function codeAnswer(answer: ProbedAnswer): string {
  if ('actions' in answer) return codePlan(answer);
  if ('decision' in answer) {
    return answer.decision === 'resume' || answer.plan === null ? 'resume' : codePlan(answer.plan);
  }
  if (answer.messages.length === 0) return 'say nothing';
  const said = answer.messages.map(({ kind = 'text', task = null }) => `${kind} ${task ?? 'none'}`);
  return `say ${said.join(', ')}`;
}

function codePlan({ task, actions }: AnswerPlan): string {
  return `plan ${task ?? 'none'}: ${actions.map(({ type }) => type).join(' ')}`;
}
