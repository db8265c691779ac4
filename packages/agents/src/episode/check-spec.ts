import { QuorumError, TICKS_PER_SECOND } from '@quorum/events';
import { z } from 'zod';
import { COMMUNICATION, type EpisodeSpec } from './episode-spec.js';

/** Below this, body time rounds to no tick at all. */
const MIN_HORIZON_SECONDS = 1 / TICKS_PER_SECOND;
/** Longer episodes would leave the range in which virtual time is exact. */
const MAX_SECONDS = 1_000_000;

const optionValues = z.record(z.string(), z.json());
const part = z.strictObject({ name: z.string(), options: optionValues.optional() });
const limit = z.int().min(0).nullable().optional();

const schema = z.strictObject({
  scenario: z.string(),
  options: optionValues,
  seed: z.int().min(0),
  repeat: z.int().min(1),
  team: z.array(z.string()).min(1),
  model: z.string().min(1).optional(),
  agentOptions: optionValues.optional(),
  modelOptions: optionValues.optional(),
  structure: z.string(),
  topology: part.optional(),
  protocol: part.optional(),
  channel: optionValues.optional(),
  communication: z.enum(COMMUNICATION).optional(),
  clock: z.strictObject({
    mode: z.enum(['barrier', 'async']),
    profile: z.string(),
    timeScale: z.number().min(0).max(1_000_000),
  }),
  horizonSeconds: z.number().min(MIN_HORIZON_SECONDS).max(MAX_SECONDS).optional(),
  deadlineSeconds: z.number().min(1e-6).max(MAX_SECONDS).optional(),
  limits: z.strictObject({ calls: limit, tokens: limit }).optional(),
  fault: part.optional(),
  healing: part.optional(),
  repair: part.optional(),
});

/**
 * Checks the values of a specification, whatever the types may have promised.
 *
 * @throws QuorumError `CONFIG_INVALID`, naming the field.
 */
export function checkSpec(spec: EpisodeSpec): void {
  const result = schema.safeParse(spec);
  const issue = result.error?.issues[0];
  if (issue === undefined) return;
  const field = issue.path.join('.') || 'episode';
  throw new QuorumError('CONFIG_INVALID', `${field}: ${issue.message}.`, {
    fix: `Correct ${field} and try again.`,
  });
}
