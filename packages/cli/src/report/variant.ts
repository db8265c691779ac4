import type { EpisodeHeader } from '@quorum/events';
import { conditionKey } from '@quorum/metrics';

/** A world and how many play in it. */
export interface Variant {
  /** Version of what worlds share, as headers have it. */
  readonly world: string;
  readonly agents: number;
  readonly options: Readonly<Record<string, unknown>>;
  readonly horizonTicks: number;
}

/** Whether an episode of the same scenario plays in this world, with as many. */
export function isVariant(
  { world: version, agents, options, horizonTicks }: Variant,
  header: EpisodeHeader,
): boolean {
  const world = (options: object, horizonTicks: number): string =>
    conditionKey({ ...header, options: { ...options }, horizonTicks });
  return (
    version === header.versions.world &&
    agents === header.team.length &&
    world(options, horizonTicks) === world(header.options, header.horizonTicks)
  );
}
