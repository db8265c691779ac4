import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Scenario } from '@quorum/env';
import type { EpisodeHeader } from '@quorum/events';
import { z } from 'zod';
import { readFrozenFile } from './frozen-file.js';
import { isVariant } from './variant.js';

/** In a variant whose interval does not lie above this, there is little to be told. */
const LEAST = 0.2;

const variant = z.strictObject({
  scenario: z.string(),
  world: z.string(),
  agents: z.int().min(1),
  options: z.record(z.string(), z.unknown()),
  horizonTicks: z.int(),
  /** Metric column that was measured. */
  column: z.string(),
  /** The decision-maker that it was measured with. */
  model: z.string(),
  modelKind: z.string(),
  seeds: z.int().min(1),
  mean: z.number(),
  interval: z.strictObject({ low: z.number(), high: z.number() }),
});

const schema = z.strictObject({ format: z.literal('quorum-necessity/1'), variants: z.array(variant) });

/**
 * What knowing everything is worth to a team that does not talk, in one variant of a scenario: shared observation − none,
 * by the same decision-maker, with free thinking (`J_full − J_none`, arXiv 2602.11583). Talk that only coordinates is not in it.
 */
export type Necessity = z.output<typeof variant>;

/**
 * Reads the frozen necessities; none where there is no such file.
 * @throws QuorumError `CONFIG_INVALID` naming file and field
 */
export function readNecessities(path: string): Necessity[] {
  return existsSync(path) ? readFrozenFile(path, schema).variants : [];
}

/** The necessity of communication in a condition's world and for its team size, or null. */
export function findNecessity(
  necessities: readonly Necessity[],
  header: EpisodeHeader,
  column: string,
): Necessity | null {
  const found = necessities.find(
    (candidate) =>
      candidate.scenario === header.scenario && candidate.column === column && isVariant(candidate, header),
  );
  return found ?? null;
}

/** The necessities of communication in a scenario without options, by team size. */
export function necessitiesOf(
  necessities: readonly Necessity[],
  { name, options }: Pick<Scenario, 'name' | 'options'>,
): Necessity[] {
  const world = options.parse({});
  return necessities
    .filter((candidate) => candidate.scenario === name && isDeepStrictEqual(candidate.options, world))
    .sort((a, b) => a.agents - b.agents);
}

/** Whether there is enough to be communicated. */
export function needsCommunication({ interval }: Necessity): boolean {
  return interval.low > LEAST;
}

/** In short, for a list: by team size, the mean and its interval. */
export function necessityLabel(necessities: readonly Necessity[]): string {
  if (necessities.length === 0) return 'not measured';
  return necessities.map((necessity) => `${necessity.agents} agents ${sizeOf(necessity)}`).join('; ');
}

function sizeOf({ mean, interval }: Necessity): string {
  return `${mean.toFixed(2)} [${interval.low.toFixed(2)}, ${interval.high.toFixed(2)}]`;
}

/** A sentence for a report. */
export function necessityRemark(necessity: Necessity): string {
  const { scenario, agents, options, modelKind, model, seeds } = necessity;
  const sight = typeof options['sightMeters'] === 'number' ? `, sight ${options['sightMeters']} m` : '';
  const size = sizeOf(necessity);
  const verdict = needsCommunication(necessity)
    ? 'there is something to tell'
    : `not above ${LEAST}: little to tell that is not seen, so that what talk brings is coordination`;
  return `Necessity of communication in ${scenario}${sight}, ${agents} agents: ${size}, ${verdict} (shared observation − none; ${modelKind} ${model}, ${seeds} seeds).`;
}
