import { metrics } from '@quorum/metrics';
import type { SuitePlan } from '../suite/plan-suite.js';
import { MANIFEST_FORMAT, type Manifest } from './manifest.js';

/** The manifest of a plan; sessions, wall times and costs of an earlier run in the same folder are kept. */
export function planManifest(
  plan: SuitePlan,
  overrides: readonly string[],
  previous: Manifest | null,
): Manifest {
  const before = new Map(previous?.episodes.map((episode) => [episode.path, episode]));
  return {
    format: MANIFEST_FORMAT,
    suite: plan.suite.suite,
    title: plan.suite.title,
    primary: plan.suite.primary,
    secondary: plan.suite.secondary,
    overrides,
    metrics: Object.fromEntries(metrics.map(({ name, version }) => [name, version])),
    conditions: plan.conditions.map(({ fingerprint, slug, settings, header }) => ({
      fingerprint,
      slug,
      settings,
      header,
    })),
    episodes: plan.episodes.map(({ path, condition, header }) => ({
      path,
      condition: condition.fingerprint,
      seed: header.seed,
      repeat: header.repeat,
      wallMs: before.get(path)?.wallMs ?? null,
      usage: before.get(path)?.usage ?? null,
    })),
    comparisons: plan.comparisons,
    sessions: previous?.sessions ?? [],
  };
}
