import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ticksToMicros, type EpisodeHeader } from '@quorum/events';
import type { ScoreReferences } from '@quorum/metrics';
import { z } from 'zod';
import { readFrozenFile } from './frozen-file.js';
import { isVariant } from './variant.js';

const score = z.strictObject({ mean: z.number(), sd: z.number(), seeds: z.int().min(2) });

const schema = z.strictObject({
  format: z.literal('quorum-references/1'),
  scenario: z.string(),
  /** Metric column that was measured. */
  column: z.string(),
  teams: z.array(
    z.strictObject({
      /** What they were measured in; a condition of another version, with other options or another horizon has no references. */
      world: z.string(),
      agents: z.int().min(1),
      options: z.record(z.string(), z.unknown()),
      horizonTicks: z.int(),
      random: score,
      central: score,
    }),
  ),
});

/** Frozen scores of `random` and `central` on one scenario, as `benchmarks/references/*.json` holds them. */
export type References = z.output<typeof schema>;

/**
 * Reads all frozen references; none where the folder does not exist.
 * @throws QuorumError `CONFIG_INVALID` naming file and field
 */
export function readReferences(folder: string): References[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => readFrozenFile(join(folder, file), schema));
}

/** The references that fit a condition's world and team size, or null. */
export function findReferences(
  references: readonly References[],
  header: EpisodeHeader,
  column: string,
): ScoreReferences | null {
  // References think for free, so that only a deadline before their horizon would have cut them short.
  const { deadlineMicros, horizonTicks } = header;
  if (deadlineMicros !== null && deadlineMicros < ticksToMicros(horizonTicks)) return null;
  const teams = references
    .filter((candidate) => candidate.scenario === header.scenario && candidate.column === column)
    .flatMap((candidate) => candidate.teams);
  return teams.find((team) => isVariant(team, header)) ?? null;
}
