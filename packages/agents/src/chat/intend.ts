import type { ModelTool } from '../contract/model.js';
import { askStructured, type Structured } from '../models/ask-structured.js';
import type { z } from 'zod';
import { speechOf, type AnswerSchemas } from './answers.js';
import { buildPrompt, type PromptSource } from './build-prompt.js';
import type { PromptRequest } from './prompt-sections.js';
import { sayMessages, toPlan, type Intention } from './to-decision.js';

/** Asks the model what an activation is for; nothing sensible in two tries is an intention with a `problem`. */
export async function intend(
  source: PromptSource,
  schemas: AnswerSchemas,
  model: ModelTool,
): Promise<Intention> {
  const { activation } = source;
  const { purpose, talk, plan } = activation;
  const speech = speechOf(talk);
  const ask = <T>(asked: PromptRequest, schema: z.ZodType<T>): Promise<Structured<T>> =>
    askStructured(model, { messages: buildPrompt(source, asked), schema, name: asked.purpose });

  if (activation.team !== undefined) return intendForTeam(source, schemas, model);
  if (purpose === 'speak' || purpose === 'reply') {
    if (speech === null) return {};
    const answer = await ask({ purpose, seats: [] }, schemas.speak(speech));
    return 'problem' in answer ? answer : sayMessages(answer.value.messages);
  }
  if (purpose === 'interrupt' && plan !== null) {
    const answer = await ask({ purpose, seats: [] }, schemas.interrupt(speech));
    if ('problem' in answer) return answer;
    const { decision, plan: next, messages } = answer.value;
    const intention = decision === 'resume' || next === null ? { resume: true } : { plan: toPlan(next) };
    return { ...intention, ...sayMessages(messages) };
  }
  // Without a plan there is nothing to resume.
  const asked = { purpose: purpose === 'repair' ? purpose : ('plan' as const), seats: [] };
  const answer = await ask(asked, schemas.plan(speech));
  if ('problem' in answer) return answer;
  return { plan: toPlan(answer.value), ...sayMessages(answer.value.messages) };
}

/** One mind plans for all that it commands, and for its own seat unless that has a plan to go on with. */
async function intendForTeam(
  source: PromptSource,
  schemas: AnswerSchemas,
  model: ModelTool,
): Promise<Intention> {
  const { seat, purpose, plan, commands } = source.activation;
  const resumes = plan !== null && purpose !== 'repair' && commands.length > 0;
  const own = resumes ? [] : [seat];
  const seats = [...own, ...commands].sort((a, b) => a - b);
  const request: PromptRequest = { purpose: purpose === 'repair' ? purpose : 'plan', seats };
  const answer = await askStructured(model, {
    messages: buildPrompt(source, request),
    schema: schemas.solo(seats),
    name: request.purpose,
  });
  if ('problem' in answer) return answer;
  const mine = answer.value.plans.find((made) => made.seat === seat);
  const others = answer.value.plans.filter((made) => made.seat !== seat);
  return {
    ...(mine !== undefined ? { plan: toPlan(mine) } : resumes ? { resume: true } : {}),
    plans: others.map((made) => ({ seat: made.seat, ...toPlan(made) })),
  };
}
