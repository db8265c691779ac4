import {
  EPISODE_STATUSES,
  type Aggregate,
  type EpisodeHeader,
  type EpisodeResult,
  type EpisodeStatus,
} from '@quorum/events';
import { conditionKey } from './condition-key.js';
import { isScored, samplesOf } from './samples.js';
import { summarise, type Summary } from './summarise.js';

/** One condition over its episodes. */
export interface ConditionSummary {
  readonly condition: string;
  /** Header of its first episode; all share it but for seed and repeat. */
  readonly header: EpisodeHeader;
  /** Episodes by status, zeros included. */
  readonly statuses: Readonly<Record<EpisodeStatus, number>>;
  /** Episodes left out of every column because an agent failed. */
  readonly excluded: number;
  /** By column name, `score.share`. */
  readonly columns: Readonly<Record<string, Summary>>;
}

/**
 * A row for each condition, in order of first appearance, with a summary of each of `columns`. `conditionOf` names an
 * episode's condition; by default all of its header but seed and repeat.
 * @throws QuorumError `UNKNOWN_NAME` for an unknown column, when it runs
 */
export function summariseConditions(
  columns: readonly string[],
  conditionOf: (header: EpisodeHeader) => string = conditionKey,
): Aggregate<readonly ConditionSummary[]> {
  return {
    name: 'conditions',
    over(episodes) {
      const groups = new Map<string, [EpisodeResult, ...EpisodeResult[]]>();
      for (const episode of episodes) {
        const condition = conditionOf(episode.header);
        const group = groups.get(condition);
        if (group === undefined) groups.set(condition, [episode]);
        else group.push(episode);
      }
      return [...groups].map(([condition, group]) => ({
        condition,
        header: group[0].header,
        statuses: countStatuses(group),
        excluded: group.filter((episode) => !isScored(episode)).length,
        columns: Object.fromEntries(columns.map((column) => [column, summarise(samplesOf(group, column))])),
      }));
    },
  };
}

function countStatuses(episodes: readonly EpisodeResult[]): Record<EpisodeStatus, number> {
  const count = (status: EpisodeStatus): number =>
    episodes.filter((episode) => episode.status === status).length;
  return Object.fromEntries(EPISODE_STATUSES.map((status) => [status, count(status)])) as Record<
    EpisodeStatus,
    number
  >;
}
