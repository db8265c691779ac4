import { MIN_SEEDS_FOR_TEST } from '@quorum/metrics';

/** Seeds of a pilot: the first of the suite, continued where it has fewer than ten. */
export function pilotSeeds(seeds: readonly number[]): number[] {
  const first = seeds.slice(0, MIN_SEEDS_FOR_TEST);
  const last = Math.max(0, ...seeds);
  const missing = MIN_SEEDS_FOR_TEST - first.length;
  return [...first, ...Array.from({ length: missing }, (_, i) => last + 1 + i)];
}
