import { availableParallelism, cpus } from 'node:os';
import { quorumVersion } from '../system/paths.js';
import type { ManifestModels, ManifestSession } from './manifest.js';

/** The entry of a beginning session: who plays, on what, since when. */
export function startSession(
  workers: number,
  concurrency: number,
  models: ManifestModels | null,
): ManifestSession {
  return {
    startedAt: new Date().toISOString(),
    endedAt: null,
    outcome: 'running',
    workers,
    concurrency,
    models,
    played: 0,
    failed: 0,
    quorum: quorumVersion(),
    node: process.version,
    host: {
      platform: process.platform,
      arch: process.arch,
      cpu: cpus()[0]?.model ?? 'unknown',
      cpus: availableParallelism(),
    },
  };
}
