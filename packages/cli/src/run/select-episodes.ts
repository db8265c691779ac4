import { QuorumError } from '@quorum/events';
import { globMatcher } from '../output/glob.js';
import type { PlannedEpisode, SuitePlan } from '../suite/plan-suite.js';
import { shardOf, type Shard } from './shard.js';

/**
 * Episodes of a plan that this command plays.
 * @throws QuorumError `USAGE` when there are none
 */
export function selectEpisodes(
  plan: SuitePlan,
  { only, shard }: { readonly only?: string; readonly shard?: Shard },
): readonly PlannedEpisode[] {
  const candidates = shard === undefined ? plan.episodes : shardOf(plan, shard);
  if (candidates.length === 0 && shard !== undefined) {
    const { index, of } = shard;
    throw new QuorumError(
      'USAGE',
      `--shard ${index}/${of} holds none of the ${plan.episodes.length} episodes.`,
      {
        fix: 'use fewer shards.',
      },
    );
  }
  if (only === undefined) return candidates;
  const matches = globMatcher(only);
  const selected = candidates.filter(({ path }) => matches(path));
  if (selected.length > 0) return selected;
  throw new QuorumError('USAGE', `--only ${only} matches none of the ${candidates.length} episodes.`, {
    fix: 'use a part of an episode path, or a pattern with *; --dry-run lists the conditions.',
  });
}
