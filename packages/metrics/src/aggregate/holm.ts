/**
 * Holm's correction of a family of tests: p-values that may each be held against the same α, so that the chance of any
 * false finding in the family stays below α, however the tests depend on each other.
 *
 * A null stands for a comparison of the family that was not tested (too few seeds). It stays null and still counts: a
 * family does not become smaller because part of it is unfinished.
 *
 * Source: Holm 1979, A simple sequentially rejective multiple test procedure.
 */
export function holm(pValues: readonly (number | null)[]): (number | null)[] {
  const ascending = pValues
    .flatMap((p, index) => (p === null ? [] : [{ p, index }]))
    .sort((a, b) => a.p - b.p || a.index - b.index);
  const corrected: (number | null)[] = pValues.map(() => null);
  let largest = 0;
  ascending.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)));
    corrected[index] = largest;
  });
  return corrected;
}
