import { z } from 'zod';
import {
  CLAIM_VERDICTS,
  EVICTION_REASONS,
  MESSAGE_KINDS,
  MESSAGE_LOSSES,
  MESSAGE_REFUSALS,
  MODEL_OUTCOMES,
} from '../log/outcomes.js';
import { claim, count, event, name, seat, seats } from './fields.js';

/** What a seat says, hears, forgets, and asks of a model. */
export const talkEvents = {
  'message.sent': event('message.sent', {
    seat,
    to: seats,
    kind: z.enum(MESSAGE_KINDS),
    text: z.string(),
    task: name.nullable(),
    claims: z.array(claim),
    work: z.boolean(),
    tokens: count,
  }),
  'message.delivered': event('message.delivered', {
    seat,
    from: seat,
    copy: z.int().min(1),
    corrupted: z.string().exactOptional(),
  }),
  'message.lost': event('message.lost', { seat, from: seat, reason: z.enum(MESSAGE_LOSSES) }),
  'message.refused': event('message.refused', { seat, to: seats, reason: z.enum(MESSAGE_REFUSALS) }),
  'message.claimJudged': event('message.claimJudged', {
    seat,
    claim: count,
    verdict: z.enum(CLAIM_VERDICTS),
  }),
  'memory.evicted': event('memory.evicted', {
    seat,
    what: z.enum(['message', 'plan']),
    reason: z.enum(EVICTION_REASONS),
  }),
  'model.called': event('model.called', {
    seat,
    call: z.int().min(1),
    request: name,
    prompt: z.array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), part: name })),
    outcome: z.enum(MODEL_OUTCOMES),
    answer: name.nullable(),
    inputTokens: count,
    outputTokens: count,
    reasoningTokens: count,
    usageMissing: z.boolean(),
    problem: z.string().exactOptional(),
  }),
};
