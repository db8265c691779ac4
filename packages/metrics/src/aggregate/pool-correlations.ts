import type { Correlated, PairSums } from '../folds/constraint-correlation.js';

/** Correlation of one pair over many episodes. */
export interface PooledCorrelation {
  readonly x: Correlated;
  readonly y: Correlated;
  /** Ticks it rests on. */
  readonly ticks: number;
  /** Pearson's r, weighted by time; null where one side never changes. */
  readonly r: number | null;
}

/** Less variance than this is rounding, not change: scores are fractions of small whole numbers. */
const NO_VARIANCE = 1e-9;

/** Correlations over all episodes together, from their `constraint-correlation` results. */
export function poolCorrelations(results: readonly (readonly PairSums[])[]): readonly PooledCorrelation[] {
  const [first = []] = results;
  return first.map(({ x, y }) => {
    const pairs = results.flatMap((result) => result.filter((pair) => pair.x === x && pair.y === y));
    const total = (key: Exclude<keyof PairSums, 'x' | 'y'>): number =>
      pairs.reduce((sum, pair) => sum + pair[key], 0);
    const ticks = total('ticks');
    const meanX = total('sumX') / ticks;
    const meanY = total('sumY') / ticks;
    const varianceX = total('sumXX') / ticks - meanX * meanX;
    const varianceY = total('sumYY') / ticks - meanY * meanY;
    const covariance = total('sumXY') / ticks - meanX * meanY;
    const known = ticks > 0 && varianceX > NO_VARIANCE && varianceY > NO_VARIANCE;
    return { x, y, ticks, r: known ? clamp(covariance / Math.sqrt(varianceX * varianceY)) : null };
  });
}

/** Rounding may carry a perfect correlation past 1. */
function clamp(r: number): number {
  return Math.min(1, Math.max(-1, r));
}
