import { join } from 'node:path';
import type { ProbeVariant } from '@quorum/agents';
import { readProbes } from '../probe/probe-file.js';
import { summariseProbe, type ProbeHead, type ProbeResult } from '../probe/probe-result.js';
import type { RunResults } from '../run-folder/read-run.js';

/** What messages did to the probed decisions of a condition. */
export interface InfluenceReport {
  /** Fingerprint of the condition. */
  readonly condition: string;
  /** The model that answered the probes. */
  readonly model: string;
  readonly modelKind: ProbeHead['modelKind'];
  /** Probes: a decision that was asked for again with the same messages changed. */
  readonly probes: number;
  /** Means over probes, against the message as it was; `blank` is the influence, `paraphrased` the noise. */
  readonly variants: Readonly<Record<Exclude<ProbeVariant, 'as-is'>, MeanDivergence>>;
}

interface MeanDivergence {
  /** Total variation between the decisions. */
  readonly variation: number;
  /** What as few answers give by chance. */
  readonly nullMean: number;
  /** Share of repeats that decide otherwise. */
  readonly changed: number;
}

/** A row for each condition with probes and each model that answered them, in the order of the run. */
export function reportInfluence({ folder, manifest, rows }: RunResults): InfluenceReport[] {
  return manifest.conditions.flatMap((condition) => {
    const own = rows.filter((row) => row.condition === condition);
    const probes = own.flatMap(({ episode }) => readProbes(join(folder, episode.path)));
    const models = [...new Set(probes.map(({ head }) => head.model))];
    return models.map((model) =>
      meanOf(
        condition.fingerprint,
        probes.filter(({ head }) => head.model === model),
      ),
    );
  });
}

function meanOf(condition: string, probes: readonly ProbeResult[]): InfluenceReport {
  const { model = '', modelKind = 'llm' } = probes[0]?.head ?? {};
  const summaries = probes.map(summariseProbe);
  const mean = (variant: keyof InfluenceReport['variants'], field: keyof MeanDivergence): number =>
    summaries.reduce((sum, summary) => sum + summary[variant][field], 0) / summaries.length;
  const means = (variant: keyof InfluenceReport['variants']): MeanDivergence => ({
    variation: mean(variant, 'variation'),
    nullMean: mean(variant, 'nullMean'),
    changed: mean(variant, 'changed'),
  });
  return {
    ...{ condition, model, modelKind, probes: probes.length },
    variants: {
      blank: means('blank'),
      shuffled: means('shuffled'),
      paraphrased: means('paraphrased'),
      contradicted: means('contradicted'),
    },
  };
}
