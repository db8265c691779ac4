import { basename } from 'node:path';

/** What the name of an episode's folder says. */
export interface SourceName {
  /** Name of the communication structure there; null when the name does not say. */
  readonly topology: string | null;
  readonly repair: boolean;
  readonly seed: number;
}

/** Reads `centralized_agents3_repair_off_seed42_20260101_120000`, as the runner there names its folders. */
export function sourceName(folder: string): SourceName {
  const parts = /^([a-z_]+)_agents\d+_repair_(on|off)_seed(\d+)/.exec(basename(folder));
  const [, topology = null, repair, seed = '1'] = parts ?? [];
  return { topology, repair: repair === 'on', seed: Number(seed) };
}
