import { join } from 'node:path';
import type { EpisodeHeader } from '@quorum/events';
import { openEpisodePool } from '../pool/episode-pool.js';
import { isComplete } from '../run-folder/episode-files.js';
import type { Manifest } from '../run-folder/manifest.js';
import { readDuration } from '../run-folder/metrics-file.js';
import { languageModels, modelOf } from '../run/episode-models.js';
import type { PlannedEpisode, SuitePlan } from '../suite/plan-suite.js';
import { addWork, NO_WORK, timesWork, type WorkByModel } from './model-work.js';
import { standInHeader, type StandInWork } from './stand-in-episode.js';

type Condition = SuitePlan['conditions'][number];

/** What an episode asks of language models. */
interface EpisodeWork {
  readonly models: WorkByModel;
  /** Virtual time that thinking takes, seconds. */
  readonly thinkingSeconds: number;
}

/** What the episodes of one condition would ask of language models. */
export interface ConditionForecast {
  readonly condition: Condition;
  /** Episodes to play. */
  readonly episodes: number;
  /** What one episode is taken to ask: the mean of finished ones, or what stand-ins ask in its place. */
  readonly basis: 'finished episodes' | 'stand-in';
  readonly perEpisode: EpisodeWork;
  readonly total: WorkByModel;
}

/** Where finished episodes may be found to go by. */
export interface Finished {
  readonly folder: string;
  /** Null for a new folder. */
  readonly manifest: Manifest | null;
}

/**
 * Forecasts episodes without any model: condition by condition, from finished episodes where there are some, otherwise
 * from one episode that stand-ins play. Conditions without language models are left out.
 */
export async function forecastRun(
  episodes: readonly PlannedEpisode[],
  finished: Finished,
  workers: number,
): Promise<ConditionForecast[]> {
  const counts = new Map<Condition, number>();
  for (const { condition } of episodes) counts.set(condition, (counts.get(condition) ?? 0) + 1);
  const asked = [...counts].filter(([{ header }]) => languageModels(header).length > 0);
  const measured = new Map(asked.map(([condition]) => [condition, meanOfFinished(condition, finished)]));
  const unmeasured = asked.map(([condition]) => condition).filter((condition) => !measured.get(condition));
  const played = await playAll(unmeasured, Math.min(workers, unmeasured.length));
  return asked.map(([condition, count]): ConditionForecast => {
    const mean = measured.get(condition) ?? null;
    const perEpisode = mean ?? played.get(condition) ?? { models: new Map(), thinkingSeconds: 0 };
    return {
      condition,
      episodes: count,
      basis: mean === null ? 'stand-in' : 'finished episodes',
      perEpisode,
      total: timesWork(perEpisode.models, count),
    };
  });
}

/** What finished episodes of a condition asked on average; null without one that recorded it. */
function meanOfFinished({ fingerprint }: Condition, { folder, manifest }: Finished): EpisodeWork | null {
  const episodes = (manifest?.episodes ?? []).flatMap(({ path, condition, usage }) =>
    condition === fingerprint && usage !== null && isComplete(join(folder, path)) ? [{ path, usage }] : [],
  );
  if (episodes.length === 0) return null;
  const work = addWork(episodes.flatMap(({ usage }) => usage.map((use) => [use.model, use] as const)));
  const thinking = episodes.map(({ path }) => {
    const { seconds, virtualSeconds } = readDuration(join(folder, path));
    return virtualSeconds - seconds;
  });
  return {
    models: timesWork(work, 1 / episodes.length),
    thinkingSeconds: thinking.reduce((sum, value) => sum + value, 0) / episodes.length,
  };
}

/** Plays one episode of each condition with stand-ins. Conditions that differ only in their language model share one. */
async function playAll(
  conditions: readonly Condition[],
  workers: number,
): Promise<Map<Condition, EpisodeWork>> {
  if (conditions.length === 0) return new Map();
  const pool = openEpisodePool<EpisodeHeader, StandInWork>({ name: 'forecast', workers });
  const { signal } = new AbortController();
  const games = new Map<string, Promise<StandInWork>>();
  try {
    const results = conditions.map(async (condition) => {
      const header = standInHeader(condition.header);
      const key = JSON.stringify(header);
      const game = games.get(key) ?? pool.run(header, signal);
      games.set(key, game);
      return [condition, byModel(condition.header, await game)] as const;
    });
    return new Map(await Promise.all(results));
  } finally {
    await pool.close();
  }
}

/** What the language models in these seats would have been asked in place of the stand-ins. */
function byModel({ team }: EpisodeHeader, { seats, thinkingSeconds }: StandInWork): EpisodeWork {
  const pieces = team.flatMap(({ modelKind, options }, seat) => {
    const model = modelOf(options);
    return modelKind === 'llm' && model !== null ? [[model, seats[seat] ?? NO_WORK] as const] : [];
  });
  return { models: addWork(pieces), thinkingSeconds };
}
