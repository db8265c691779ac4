import { poolDependence, type Dependence, type EpisodeDependence } from '@quorum/metrics';
import type { RunResults } from '../run-folder/read-run.js';

/** Metrics of how much messages tell of actions, which are too short of pairs in a single episode. */
const DEPENDENCE_METRICS = ['speaker-consistency', 'instantaneous-coordination'] as const;

/** How much the messages of a condition tell of what is done next, over all its episodes. */
export interface DependenceReport {
  /** Fingerprint of the condition. */
  readonly condition: string;
  readonly metric: (typeof DEPENDENCE_METRICS)[number];
  readonly pooled: Dependence;
}

/** A row for each condition with coded messages and each metric, in the order of the run. */
export function reportDependence({ manifest, rows }: RunResults): DependenceReport[] {
  return manifest.conditions.flatMap((condition) => {
    const own = rows.filter((row) => row.condition === condition);
    return DEPENDENCE_METRICS.flatMap((metric): DependenceReport[] => {
      const episodes = own.flatMap(({ result }) => result.metrics[metric] ?? []) as unknown;
      const pooled = poolDependence(episodes as EpisodeDependence[]);
      return pooled.pairs === 0 ? [] : [{ condition: condition.fingerprint, metric, pooled }];
    });
  });
}
