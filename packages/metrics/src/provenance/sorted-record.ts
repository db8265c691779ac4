/** A record with its keys in order, so that equal counts are equal files. */
export function sortedRecord(counts: Iterable<readonly [string, number]>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
