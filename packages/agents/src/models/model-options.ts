import type { JsonObject } from '@quorum/events';
import { z } from 'zod';
import { kindOfModel } from '../contract/model.js';
import { resolveOptions } from '../episode/resolve-options.js';

const share = z.number().min(0).max(1);

/** Knobs of the `rule-based` stand-in. */
export const standInOptions = z.strictObject({
  compliance: share.default(1).describe('chance that it does what a teammate asks of it'),
  formatErrorRate: share.default(0).describe('chance that an answer is out of format'),
  wrongIdRate: share.default(0).describe('chance that a plan names an object that does not exist'),
  staleness: z.int().min(0).default(0).describe('messages heard most recently that it does not take in yet'),
  verbosity: z.int().min(0).max(1000).default(0).describe('filler words in every message'),
});

/** Options of language models. */
export const llmOptions = z.strictObject({
  temperature: z
    .number()
    .min(0)
    .max(2)
    .nullable()
    .default(null)
    .describe('null for the default of the provider'),
  maxOutputTokens: z.int().min(1).max(1_000_000).default(2048).describe('most tokens of one answer'),
  reasoningEffort: z
    .enum(['minimal', 'low', 'medium', 'high'])
    .nullable()
    .default(null)
    .describe('for models that think before they answer; null for their default'),
});

/**
 * Options of a model with all defaults filled in. Of the options given for a whole team, a stand-in takes its knobs and
 * a language model its own.
 *
 * @throws QuorumError `CONFIG_INVALID` for a wrong value or an option that no model knows
 */
export function resolveModelOptions(model: string, given: JsonObject): JsonObject {
  const [own, other] =
    kindOfModel(model) === 'stand-in' ? [standInOptions, llmOptions] : [llmOptions, standInOptions];
  const mine = Object.entries(given).filter(([name]) => name in own.shape || !(name in other.shape));
  return resolveOptions({ name: `model ${model}`, options: own }, Object.fromEntries(mine), 'modelOptions');
}
