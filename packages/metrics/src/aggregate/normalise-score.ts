import type { Interval } from './bootstrap.js';
import type { Summary } from './summarise.js';

/** Frozen result of a reference team on a scenario and team size. */
export interface ReferenceScore {
  readonly mean: number;
  /** Sample standard deviation over seeds. */
  readonly sd: number;
  /** Seeds. */
  readonly seeds: number;
}

/** The two ends of the normalised scale: `random` is 0, `central` is 1. */
export interface ScoreReferences {
  readonly random: ReferenceScore;
  readonly central: ReferenceScore;
}

export interface NormalisedScore {
  /** 0: as good as `random`, 1: as good as `central`; above 1 is allowed. Null without episodes. */
  readonly mean: number | null;
  readonly interval: Interval | null;
}

/**
 * `(mean − random) / (central − random)`, interval likewise, with the references taken as fixed. Where `central` is
 * not above `random` by two standard errors of their difference, the scale means nothing: `not discriminative`.
 */
export function normaliseScore(
  score: Pick<Summary, 'mean' | 'interval'>,
  { random, central }: ScoreReferences,
): NormalisedScore | 'not discriminative' {
  const gap = central.mean - random.mean;
  const standardError = Math.sqrt(squaredError(random) + squaredError(central));
  if (!(gap > 0 && gap >= 2 * standardError)) return 'not discriminative';

  const normalise = (value: number): number => (value - random.mean) / gap;
  return {
    mean: score.mean === null ? null : normalise(score.mean),
    interval: score.interval && { low: normalise(score.interval.low), high: normalise(score.interval.high) },
  };
}

function squaredError({ sd, seeds }: ReferenceScore): number {
  return (sd * sd) / seeds;
}
