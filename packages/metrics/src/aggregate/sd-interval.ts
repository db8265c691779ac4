import { probit } from 'simple-statistics';
import type { Interval } from './bootstrap.js';

/**
 * 95 % interval of the standard deviation that `n` values with sample standard deviation `sd` come from, from the
 * χ² distribution of their variance, hence for values that are about normal. `n` is at least 2.
 *
 * The quantiles of χ² are those of Wilson and Hilferty 1931: from 5 degrees of freedom on within 5 % of the variance.
 */
export function sdInterval(sd: number, n: number): Interval {
  const freedom = n - 1;
  const scaled = (probability: number): number => sd * Math.sqrt(freedom / chiSquared(probability, freedom));
  return { low: scaled(0.975), high: scaled(0.025) };
}

function chiSquared(probability: number, freedom: number): number {
  const spread = 2 / (9 * freedom);
  const root = 1 - spread + probit(probability) * Math.sqrt(spread);
  return freedom * root * root * root;
}
