import type { EpisodeHeader } from '@quorum/events';

/** Text that two episodes share when they differ in seed and repeat only. */
export function conditionKey(header: EpisodeHeader): string {
  return JSON.stringify({ ...header, seed: undefined, repeat: undefined }, sortKeys);
}

/** Objects with the same content read the same, however they were built. */
function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
