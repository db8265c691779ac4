import { availableParallelism, cpus } from 'node:os';
import type { QueueOutcome } from '../pool/run-queue.js';
import { quorumVersion } from '../system/paths.js';
import type { ManifestSession } from './manifest.js';

/** The entry of a beginning session: who plays, on what, since when. */
export function startSession(size: Pick<ManifestSession, 'workers' | 'concurrency'>): ManifestSession {
  const { workers, concurrency } = size;
  return {
    startedAt: new Date().toISOString(),
    endedAt: null,
    outcome: 'running',
    workers,
    concurrency,
    models: null,
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

/** The entry of a session that is over. */
export function endSession(session: ManifestSession, outcome: QueueOutcome<unknown>): ManifestSession {
  const { failures, fatal, interrupted } = outcome;
  const failed = failures.length + (fatal === null ? 0 : 1);
  return {
    ...session,
    endedAt: new Date().toISOString(),
    outcome: interrupted ? 'interrupted' : failed > 0 ? 'failed' : 'finished',
    failed,
  };
}
