import { MESSAGE_KINDS } from '@quorum/events';
import type { Scenario } from '@quorum/env';
import { z } from 'zod';
import type { Decision } from '../contract/agent.js';

/** Checks decisions against the contract and a scenario. */
export type DecisionSchema = z.ZodType<unknown>;

/** Building a schema and compiling it at its first use take longer than building a world. */
const built = new WeakMap<Scenario, DecisionSchema>();

/** The schema that decisions of agents in this scenario have to meet. */
export function decisionSchema(scenario: Scenario): DecisionSchema {
  const schema = built.get(scenario) ?? buildSchema(scenario);
  built.set(scenario, schema);
  return schema;
}

function buildSchema({ action, language }: Scenario): DecisionSchema {
  const seat = z.int().min(0);
  const plan = { task: z.string().nullable(), actions: z.array(action).min(1) };
  const address = z.union([
    z.array(seat).min(1),
    z.literal('all'),
    z.strictObject({ role: z.string() }),
    z.strictObject({ near: z.string(), meters: z.number().min(0) }),
  ]);
  const message = z.strictObject({
    to: address,
    text: z.string(),
    kind: z.enum(MESSAGE_KINDS).optional(),
    task: z.string().nullable().optional(),
    claims: z.array(language.claim).optional(),
    work: z.boolean().optional(),
  });
  return z
    .strictObject({
      state: z.json(),
      plan: z.strictObject(plan).optional(),
      messages: z.array(message).optional(),
      resume: z.boolean().optional(),
    })
    .refine(({ plan, resume }) => plan === undefined || resume !== true, {
      message: 'it both brings a new plan and resumes the old one',
    });
}

/** A decision with all defaults of its actions filled in, or what is wrong with it. */
export function checkDecision(
  schema: DecisionSchema,
  answer: unknown,
):
  | { readonly decision: Decision; readonly problem: null }
  | { readonly decision: null; readonly problem: string } {
  const result = schema.safeParse(answer);
  if (result.success) return { decision: result.data as Decision, problem: null };
  const problem = result.error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.length === 0 ? 'decision' : path.join('.')}: ${message}`)
    .join('; ');
  return { decision: null, problem };
}
