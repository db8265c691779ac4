import type { Action } from '@quorum/events';
import { z } from 'zod';
import type { Decision } from '../contract/agent.js';

/** Checks decisions against the contract and the actions of a scenario. */
export type DecisionSchema = z.ZodType<unknown>;

/** Building a schema and compiling it at its first use take longer than building a world. */
const built = new WeakMap<z.ZodType<Action>, DecisionSchema>();

/** The schema that decisions of agents have to meet when `action` are the actions of the scenario. */
export function decisionSchema(action: z.ZodType<Action>): DecisionSchema {
  const schema = built.get(action) ?? buildSchema(action);
  built.set(action, schema);
  return schema;
}

function buildSchema(action: z.ZodType<Action>): DecisionSchema {
  return z
    .strictObject({
      state: z.json(),
      plan: z.strictObject({ task: z.string().nullable(), actions: z.array(action).min(1) }).optional(),
      messages: z.array(z.strictObject({ to: z.array(z.int().min(0)).min(1), text: z.string() })).optional(),
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
