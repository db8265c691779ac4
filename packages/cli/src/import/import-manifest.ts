import type { EpisodeHeader } from '@quorum/events';
import { metrics } from '@quorum/metrics';
import { MANIFEST_FORMAT, type Manifest } from '../run-folder/manifest.js';
import { importCondition } from './import-condition.js';

/** The manifest of an import: one condition per structure, team size and repair. No session has played it. */
export function importManifest(
  source: string,
  episodes: readonly { readonly header: EpisodeHeader; readonly path: string }[],
): Manifest {
  const all = episodes.map(({ header }) => importCondition(header));
  const isFirst = (fingerprint: string, i: number): boolean =>
    all.findIndex((condition) => condition.fingerprint === fingerprint) === i;
  return {
    format: MANIFEST_FORMAT,
    suite: 'import-coop2',
    title: `Log files of COOP2 from ${source}`,
    primary: 'score.points',
    secondary: [
      'published-table.steps',
      'published-overhead.entriesPerStep',
      'published-communication.total',
      'published-planning.stability',
    ],
    overrides: [],
    metrics: Object.fromEntries(metrics.map(({ name, version }) => [name, version])),
    conditions: all.filter(({ fingerprint }, i) => isFirst(fingerprint, i)),
    episodes: episodes.map(({ header, path }) => ({
      path,
      condition: importCondition(header).fingerprint,
      seed: header.seed,
      repeat: header.repeat,
      wallMs: null,
      usage: null,
    })),
    comparisons: [],
    sessions: [],
  };
}
