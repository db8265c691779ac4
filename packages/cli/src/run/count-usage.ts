import type { EpisodeHeader } from '@quorum/events';
import { kindOfModel, type TapeEntry } from '@quorum/agents';
import { modelOf } from './episode-models.js';

/** What a language model did in an episode, as its provider counts it. */
export interface CountedUsage {
  readonly model: string;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Part of `outputTokens`. */
  readonly reasoningTokens: number;
}

/** Adds model calls up. */
export interface UsageCounter {
  add(entry: TapeEntry): void;
  /** By model, in the order of their first call. */
  result(): CountedUsage[];
}

/** Counts what is asked of the language models of an episode. */
export function countUsage({ team }: EpisodeHeader): UsageCounter {
  const names = team.map(({ options }) => modelOf(options));
  const counts = new Map<string, CountedUsage>();
  return {
    add({ seat, reply: { usage } }) {
      const model = names[seat] ?? null;
      if (model === null || kindOfModel(model) !== 'llm') return;
      const before = counts.get(model);
      counts.set(model, {
        model,
        calls: (before?.calls ?? 0) + 1,
        inputTokens: (before?.inputTokens ?? 0) + (usage?.inputTokens ?? 0),
        outputTokens: (before?.outputTokens ?? 0) + (usage?.outputTokens ?? 0),
        reasoningTokens: (before?.reasoningTokens ?? 0) + (usage?.reasoningTokens ?? 0),
      });
    },
    result: () => [...counts.values()],
  };
}
