import type { EpisodeHeader } from '@quorum/events';
import { kindOfModel } from '@quorum/agents';
import type { PlannedEpisode } from '../suite/plan-suite.js';

/** Episodes of language models mostly wait for their providers: several share a thread. */
const WAITING_EPISODES = 8;

/** The language models of an episode, each once, sorted. */
export function languageModels(header: EpisodeHeader): string[] {
  return [...new Set(header.team.flatMap(({ options }) => modelOf(options) ?? []))]
    .filter((model) => kindOfModel(model) === 'llm')
    .sort();
}

/** The model that a seat with these options asks; null when it asks none. */
export function modelOf(options: EpisodeHeader['options']): string | null {
  const model = options['model'];
  return typeof model === 'string' ? model : null;
}

/** The language models of some episodes, each once, sorted. */
export function modelsOfEpisodes(episodes: readonly PlannedEpisode[]): string[] {
  const conditions = new Set(episodes.map(({ condition }) => condition));
  return [...new Set([...conditions].flatMap(({ header }) => languageModels(header)))].sort();
}

/** Episodes that suit a thread. */
export function defaultConcurrency(episodes: readonly PlannedEpisode[]): number {
  return modelsOfEpisodes(episodes).length > 0 ? WAITING_EPISODES : 1;
}
