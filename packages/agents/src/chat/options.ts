import type { JsonObject } from '@quorum/events';
import { z } from 'zod';
import { WORDINGS } from './prompts.js';

/** How messages become part of what a seat remembers. */
export const INTEGRATIONS = ['append', 'last-k', 'summarise', 'priority', 'ttl'] as const;

/** Options of `chat`. */
export const chatOptions = z.strictObject({
  model: z.string().min(1).default('rule-based').describe('`provider:model`, or the stand-in `rule-based`'),
  modelOptions: z.record(z.string(), z.json()).default({}).describe('temperature and the like'),
  prompt: z.enum(WORDINGS).default('a').describe('wording of the system prompt'),
  promptForm: z
    .enum(['text', 'json', 'both'])
    .default('text')
    .describe('how situations are told: in sentences, as JSON, or both'),
  memoryMessages: z
    .int()
    .min(0)
    .max(10_000)
    .default(20)
    .describe('messages that are remembered, own ones among them'),
  memoryPlans: z.int().min(0).max(10_000).default(5).describe('own plans that are remembered'),
  integration: z
    .enum(INTEGRATIONS)
    .default('last-k')
    .describe(
      'append: all messages; last-k: the latest; summarise: the latest, older ones in a summary; ' +
        'priority: work and the own task first, then the latest; ttl: the latest of the last `ttlSeconds`',
    ),
  ttlSeconds: z
    .number()
    .positive()
    .max(1_000_000)
    .default(30)
    .describe('virtual time after which messages are forgotten where `integration` is `ttl`'),
});

/** Options of `chat`, parsed. */
export type ChatOptions = z.output<typeof chatOptions> & JsonObject;
