import { COMMUNICATION } from '@quorum/agents';
import { z } from 'zod';
import { parseSeeds } from './seeds.js';

/** Names of suites, scenarios and the like end in a version: `quickstart-v0`. */
const VERSIONED_NAME = /^[a-z0-9]+(-[a-z0-9]+)*-v\d+$/;

/** Default of `primary`: the share of the points that the world offers. */
const DEFAULT_PRIMARY = 'score.share';

/** One value or a list of values; a list makes the field an axis of the grid. */
function axis<T extends z.ZodType>(item: T) {
  return z.preprocess(
    (value) => (Array.isArray(value) || value === undefined ? value : [value]),
    z.array(item).min(1).readonly(),
  );
}

const word = z.string().min(1);

/** The name of a topology or protocol, alone or with options: `{ name: small-world, degree: 4 }`. */
const part = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  z
    .object({ name: word }, 'expected a name, or a name with options such as {name: small-world, degree: 4}')
    .catchall(z.json())
    .transform(({ name, ...options }) => ({ name, options })),
);

/** Options by name; each value may be a list. */
const optionAxes = z.record(word, axis(z.json())).default({});

const clock = z.strictObject({
  mode: axis(z.enum(['barrier', 'async'])).default(['barrier']),
  profile: axis(word).default(['zero-v1']),
  timeScale: axis(z.number().nonnegative()).default([1]),
});

const limit = axis(z.int().nonnegative()).optional();

const limits = z.strictObject({
  /** Most model calls of an episode. */
  calls: limit,
  /** Most input and output tokens of an episode. */
  tokens: limit,
});

const seeds = z.unknown().transform((value, context) => {
  const parsed = parseSeeds(value);
  if (parsed.ok) return parsed.seeds;
  context.addIssue({ code: 'custom', message: parsed.problem });
  return z.NEVER;
});

const comparison = z.strictObject({
  /** Named as in a grid: `structure`, `channel.loss`. */
  axis: word,
  /** The value that the others are compared with. */
  baseline: z.json(),
  /** The values that are compared; all others when left out. */
  values: axis(z.json()).optional(),
});

/**
 * A suite: a versioned grid of conditions. Fields that accept a list are axes; every combination of their values is
 * a condition, played on every seed as often as `repeats` says.
 */
export const suiteSchema = z.strictObject({
  /** Versioned name; equals the name of the file. */
  suite: z.string().regex(VERSIONED_NAME, 'expected a versioned name such as quickstart-v0'),
  title: word,
  description: z.string().optional(),
  scenario: axis(word),
  /** Scenario options. */
  options: optionAxes,
  /** Team sizes, for teams of one agent. */
  agents: axis(z.int().min(1).max(1000)).optional(),
  /** Agent names; `a,a,b` (or `a+a+b`) is one mixed team, `chat@openai:gpt-5-mini` an agent with a model of its own. */
  team: axis(word),
  /** Model of every agent that uses one and does not name its own. */
  model: axis(word).optional(),
  /** Options of the agents; each goes to the teams that know it. */
  agentOptions: optionAxes,
  /** Options of the models; each goes to the models that know it. */
  modelOptions: optionAxes,
  structure: axis(word).default(['individual']),
  /** In place of the structure's own. */
  topology: axis(part).optional(),
  protocol: axis(part).optional(),
  /** Channel options on top of the structure's own. */
  channel: optionAxes,
  communication: axis(z.enum(COMMUNICATION)).default(['talk']),
  clock: clock.prefault({}),
  /** Limit of body time; the scenario's calibrated horizon when left out. */
  horizonSeconds: axis(z.number().positive()).optional(),
  /** Limit of virtual time; none when left out. */
  deadlineSeconds: axis(z.number().positive()).optional(),
  limits: limits.prefault({}),
  /** Faults that are injected, healing, and repair before acting: each by name; `none` for nothing. */
  fault: axis(part).optional(),
  healing: axis(part).optional(),
  repair: axis(part).optional(),
  seeds,
  repeats: z.int().min(1).max(1000).default(1),
  /** The one metric column that conditions are compared by. */
  primary: word.default(DEFAULT_PRIMARY),
  /** Further columns of the main table. All others are exploratory. */
  secondary: z.array(word).max(4).readonly().default([]),
  /** What is compared with what: one family of tests on the primary metric. The first axis with several values when left out. */
  compare: axis(comparison).optional(),
});

/** A valid suite with its defaults filled in. */
export type Suite = z.output<typeof suiteSchema>;
