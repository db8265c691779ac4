import { mean, sampleStandardDeviation } from 'simple-statistics';
import { bootstrapInterval, type Interval } from './bootstrap.js';
import { bySeed, type Sample } from './samples.js';

/** Fewer seeds than this: no interval, the points are listed instead. */
export const MIN_SEEDS_FOR_INTERVAL = 6;
/** Fewer seeds than this: no statement of significance. */
export const MIN_SEEDS_FOR_TEST = 10;

/** One column over the episodes of a condition. */
export interface Summary {
  /** Episodes with a value. */
  readonly episodes: number;
  /** Distinct seeds among them: the n of every statement. */
  readonly seeds: number;
  /** Over episodes; null without any. */
  readonly mean: number | null;
  /** Sample standard deviation over episodes; null below two. */
  readonly sd: number | null;
  /** 95 % bootstrap interval of the mean, seeds resampled as clusters; null below six seeds. */
  readonly interval: Interval | null;
  /** The values in seed order where there is no interval; null where there is one. */
  readonly points: readonly number[] | null;
}

/** Mean, spread and interval of samples, under the rules for small numbers of seeds. */
export function summarise(samples: readonly Sample[]): Summary {
  const clusters = [...bySeed(samples).values()];
  const values = clusters.flat();
  const enough = clusters.length >= MIN_SEEDS_FOR_INTERVAL;
  return {
    episodes: values.length,
    seeds: clusters.length,
    mean: values.length === 0 ? null : mean(values),
    sd: values.length < 2 ? null : sampleStandardDeviation(values),
    interval: enough ? bootstrapInterval(clusters) : null,
    points: enough ? null : values,
  };
}
