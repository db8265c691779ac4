import { z } from 'zod';

const seconds = z.number().min(0).max(1_000_000);
const share = z.number().min(0).max(1);
const limit = z.int().min(0).nullable().default(null);

const partition = z.strictObject({
  fromSeconds: seconds,
  toSeconds: seconds,
  /** Seats that can reach each other; a seat in no group can reach nobody. */
  groups: z.array(z.array(z.int().min(0))).min(1),
});

/** When a seat may speak; `isGateOpen` defines each exactly. */
export const GATES = [
  'always',
  /** Not before `gateSeconds` of virtual time after its last message. */
  'interval',
  /** While it has no plan. */
  'plan-boundary',
  /** After an attempt of at least two agents, its own among them, has begun or ended. */
  'joint-action-boundary',
  /** After its plan has ended while the plan's task is still open. */
  'handoff-boundary',
  /** After points were scored or a task was closed. */
  'on-event',
  /** After its plan has failed. */
  'on-failure',
] as const;

/** What recipients get of what is said. All but `open` are control conditions. */
const CONTENTS = ['open', 'withheld', 'scrambled', 'delayed', 'random-sender', 'fixed-text'] as const;

/** How messages travel. Everything random is drawn from the episode's seed. Unknown options are refused. */
export const channelSpec = z.strictObject({
  latencySeconds: seconds.default(0).describe('virtual time from sending to delivery'),
  jitterSeconds: seconds.default(0).describe('most that is added to the latency, uniformly'),
  loss: share.default(0).describe('chance that a message does not reach a recipient'),
  duplication: share.default(0).describe('chance that a message reaches a recipient twice'),
  reordering: share
    .default(0)
    .describe(
      'chance that a message is held back for up to 5 s and may be overtaken; otherwise order is kept',
    ),
  corruption: share
    .default(0)
    .describe('chance of each character of a text to arrive as another; claims are dropped if any does'),
  rangeMeters: z
    .number()
    .positive()
    .nullable()
    .default(null)
    .describe('how far a message carries, at the moment it is sent'),
  partitions: z
    .array(partition)
    .default([])
    .describe('windows of virtual time in which groups cannot reach each other'),
  messages: limit.describe('most messages of a seat in each window'),
  tokens: limit.describe('most tokens of a seat in each window'),
  bytes: limit.describe('most bytes (UTF-8) of a seat in each window'),
  windowSeconds: z
    .number()
    .positive()
    .nullable()
    .default(null)
    .describe('length of the window that budgets are for, in body time; null for the whole episode'),
  tokensPerMessage: limit.describe('most tokens of one message; longer ones are refused'),
  addressing: z
    .enum(['any', 'unicast', 'multicast', 'broadcast'])
    .default('any')
    .describe(
      'what messages may be addressed to: one seat, a list of seats, everybody; `any` also knows roles and places',
    ),
  gate: z.enum(GATES).default('always').describe('when a seat may speak'),
  gateSeconds: seconds.default(10).describe('pause between messages where `gate` is `interval`'),
  form: z
    .enum(['free', 'typed'])
    .default('typed')
    .describe('free text, or speech acts that may carry claims'),
  content: z
    .enum(CONTENTS)
    .default('open')
    .describe('what recipients get of what is said; all but `open` are set by `communication`'),
});

/** Options of the channel, every default filled in. */
export type ChannelSpec = z.output<typeof channelSpec>;
