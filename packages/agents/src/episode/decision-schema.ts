import { EVICTION_REASONS, MESSAGE_KINDS } from '@quorum/events';
import type { Scenario } from '@quorum/env';
import { z } from 'zod';
import type { Decision } from '../contract/agent.js';
import { isJson } from './is-json.js';

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

const seat = z.int().min(0);

const address = z.union(
  [
    z.array(seat).min(1),
    z.literal('all'),
    z.strictObject({ role: z.string() }),
    z.strictObject({ near: z.string(), meters: z.number().min(0) }),
  ],
  'an address is a list of seats, "all", a role or a place',
);

const eviction = z.strictObject({
  what: z.enum(['message', 'plan']),
  reason: z.enum(EVICTION_REASONS),
  ids: z.array(z.int().min(0)).min(1),
});

function buildSchema({ action, language }: Scenario): DecisionSchema {
  const plan = { task: z.string().nullable(), actions: z.array(action).min(1) };
  const message = z.strictObject({
    to: address,
    text: z.string(),
    kind: z.enum(MESSAGE_KINDS).optional(),
    task: z.string().min(1).nullable().optional(),
    claims: z.array(language.claim).optional(),
    work: z.boolean().optional(),
  });
  return z
    .strictObject({
      state: z.custom(isJson, 'it is not JSON'),
      plan: z.strictObject(plan).optional(),
      messages: z.array(message).optional(),
      resume: z.boolean().optional(),
      plans: z.array(z.strictObject({ seat, ...plan })).optional(),
      problem: z.string().min(1).optional(),
      evicted: z.array(eviction).optional(),
    })
    .refine(({ plan: own, resume }) => own === undefined || resume !== true, {
      message: 'it both brings a new plan and resumes the old one',
    })
    .refine(
      ({ problem, plan: own, plans, messages }) =>
        problem === undefined || (own ?? plans ?? messages) === undefined,
      { message: 'it both reports a problem and decides something' },
    );
}

/** What a decision may refer to. */
export interface DecisionScope {
  /** Seats that it may plan for besides its own. */
  readonly commands: readonly number[];
  /** Events (`seq`) below this one have happened. */
  readonly nextSeq: number;
}

/** A decision with all defaults of its actions filled in, or what is wrong with it. */
export type CheckedDecision =
  | { readonly decision: Decision; readonly problem: null }
  | { readonly decision: null; readonly problem: string };

/** Checks what an agent has answered. */
export function checkDecision(
  schema: DecisionSchema,
  answer: unknown,
  scope: DecisionScope,
): CheckedDecision {
  const result = schema.safeParse(answer);
  if (!result.success) {
    const problem = result.error.issues
      .slice(0, 3)
      .map(({ path, message }) => `${path.length === 0 ? 'decision' : path.join('.')}: ${message}`)
      .join('; ');
    return { decision: null, problem };
  }
  const decision = result.data as Decision;
  const problem = strayPlan(decision, scope) ?? strayEviction(decision, scope);
  return problem === null ? { decision, problem } : { decision: null, problem };
}

function strayPlan({ plans = [] }: Decision, { commands }: DecisionScope): string | null {
  const seats = plans.map((plan) => plan.seat);
  const stray = seats.findIndex(
    (commanded, i) => !commands.includes(commanded) || seats.indexOf(commanded) !== i,
  );
  if (stray === -1) return null;
  const { seat: commanded } = plans[stray] ?? {};
  return commands.includes(commanded ?? -1)
    ? `plans.${stray}.seat: seat ${commanded} gets two plans`
    : `plans.${stray}.seat: seat ${commanded} is not commanded; commanded are: ${commands.join(', ') || 'none'}`;
}

function strayEviction({ evicted = [] }: Decision, { nextSeq }: DecisionScope): string | null {
  const id = evicted.flatMap(({ ids }) => ids).find((seq) => seq >= nextSeq);
  return id === undefined ? null : `evicted: ${id} is no event that has happened`;
}
