import type { Interval, Summary } from '@quorum/metrics';

/** More single values than this are cut. */
const MAX_POINTS = 6;

/** A number for a table: three significant decimals at most, no trailing zeros of large numbers. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1000) return value.toFixed(0);
  return size >= 10 ? value.toFixed(1) : value.toFixed(3);
}

/** `0.612 [0.540, 0.680]`, or the mean and the single values where there are too few seeds for an interval. */
export function formatMean({
  mean,
  interval,
  points,
}: Pick<Summary, 'mean' | 'interval' | 'points'>): string {
  if (mean === null) return '–';
  if (interval !== null) return `${formatNumber(mean)} ${formatInterval(interval)}`;
  // A single number must not pass for a result.
  if (points?.length === 1) return `${formatNumber(mean)} (n=1)`;
  const shown = (points ?? []).slice(0, MAX_POINTS).map((value) => formatNumber(value));
  const more = (points ?? []).length > MAX_POINTS ? ' …' : '';
  return `${formatNumber(mean)} (${shown.join(' ')}${more})`;
}

/** `[0.540, 0.680]` */
export function formatInterval({ low, high }: Interval): string {
  return `[${formatNumber(low)}, ${formatNumber(high)}]`;
}

/** A value that may be undefined for the condition. */
export function formatOptional(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : formatNumber(value);
}
