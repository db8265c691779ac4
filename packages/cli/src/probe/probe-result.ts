import { PROBE_VARIANTS, type ProbeVariant } from '@quorum/agents';
import { divergenceOf, type Divergence } from '@quorum/metrics';
import { z } from 'zod';

/** Format name and version of the first line of a probe's file. */
export const PROBE_FORMAT = 'quorum-probe/1';

/** First line: what was asked of whom. */
export const probeHead = z.strictObject({
  format: z.literal(PROBE_FORMAT),
  /** Digest of the log that was probed, from its last line. */
  log: z.string(),
  seat: z.int(),
  decision: z.int(),
  activation: z.int(),
  tick: z.int(),
  purpose: z.string(),
  /** `seq` of the sending of the messages that were varied. */
  messages: z.array(z.int()),
  /** The model that answered; the logged one, or another that was named. */
  model: z.string(),
  modelKind: z.enum(['llm', 'stand-in']),
  modelOptions: z.record(z.string(), z.json()),
  repeats: z.int().min(1),
  /** The varied messages as each variant told them. */
  told: z.partialRecord(z.enum(PROBE_VARIANTS), z.array(z.string())),
});

/** Every other line: one decision. */
export const probeAnswer = z.strictObject({
  variant: z.enum(PROBE_VARIANTS),
  repeat: z.int().min(1),
  /** The coded decision. */
  action: z.string(),
});

export type ProbeHead = z.output<typeof probeHead>;
export type ProbeAnswer = z.output<typeof probeAnswer>;

/** What one probe says. */
export interface ProbeResult {
  readonly head: ProbeHead;
  readonly answers: readonly ProbeAnswer[];
}

/** How each variant decides, against the message as it was. */
export type ProbeSummary = Readonly<Record<Exclude<ProbeVariant, 'as-is'>, Divergence>>;

/** Divergence of every variant from `as-is`; that of `blank` is the influence of the message. */
export function summariseProbe({ answers }: Pick<ProbeResult, 'answers'>): ProbeSummary {
  const of = (variant: ProbeVariant): string[] =>
    answers
      .filter((answer) => answer.variant === variant)
      .sort((a, b) => a.repeat - b.repeat)
      .map(({ action }) => action);
  const asIs = of('as-is');
  const variants = PROBE_VARIANTS.filter((variant) => variant !== 'as-is');
  return Object.fromEntries(
    variants.map((variant) => [variant, divergenceOf(asIs, of(variant))]),
  ) as unknown as ProbeSummary;
}
