/** Gini coefficient of amounts over seats: 0 for equal ones, (n − 1) / n if one seat has all; null if nobody has any. */
export function gini(amounts: readonly number[]): number | null {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return null;
  const n = amounts.length;
  const ranked = amounts.toSorted((a, b) => a - b);
  return ranked.reduce((sum, amount, i) => sum + (2 * i + 1 - n) * amount, 0) / (n * total);
}

/** The largest amount over the mean: 1 for equal ones, n if one seat has all; null if nobody has any. */
export function maxOverMean(amounts: readonly number[]): number | null {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return total === 0 ? null : (Math.max(...amounts) * amounts.length) / total;
}
