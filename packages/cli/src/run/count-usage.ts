import type { EpisodeHeader } from '@quorum/events';
import { kindOfModel, type ProviderUsage, type TapeEntry } from '@quorum/agents';
import { modelOf } from './episode-models.js';

/** What a language model did, as its provider counts it. */
export interface CountedUsage extends ProviderUsage {
  readonly model: string;
  readonly calls: number;
}

/** Adds model calls up. */
export interface CallCounter {
  /** @param usage null when the provider reports none */
  add(model: string, usage: ProviderUsage | null): void;
  /** By model, in the order of their first call. */
  result(): CountedUsage[];
}

/** Starts counting at zero. */
export function countCalls(): CallCounter {
  const counts = new Map<string, CountedUsage>();
  return {
    add(model, usage) {
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

/** Counts what is asked of the language models of one episode; stand-ins cost nothing. */
export function countEpisode({ team }: EpisodeHeader): {
  add(entry: TapeEntry): void;
  result(): CountedUsage[];
} {
  const names = team.map(({ options }) => modelOf(options));
  const calls = countCalls();
  return {
    add({ seat, reply }) {
      const model = names[seat] ?? null;
      if (model !== null && kindOfModel(model) === 'llm') calls.add(model, reply.usage);
    },
    result: () => calls.result(),
  };
}
