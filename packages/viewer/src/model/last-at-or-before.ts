/** Index of the last item whose key is not beyond `limit`, by bisection; -1 where all are. Keys never fall. */
export function lastAtOrBefore<T>(items: readonly T[], limit: number, keyOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle] as T;
    if (keyOf(item) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
