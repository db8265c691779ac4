import type { ListedEpisode, RunListing } from '../protocol/protocol.js';

/** Two episodes of one seed and repeat in two conditions of one kind of model. */
export interface EpisodePair {
  readonly seed: number;
  readonly one: { readonly label: string; readonly episode: ListedEpisode };
  readonly other: { readonly label: string; readonly episode: ListedEpisode };
  /** Of the primary metric, the other minus the one. */
  readonly difference: number;
}

/** All such pairs that have ended, the greatest difference first. Kinds of models are never compared. */
export function pairsOf({ conditions }: RunListing): EpisodePair[] {
  const pairs: EpisodePair[] = [];
  conditions.forEach((first, i) => {
    for (const second of conditions.slice(i + 1)) {
      if (first.modelKind !== second.modelKind) continue;
      for (const one of first.episodes) {
        const other = second.episodes.find(({ seed, repeat }) => seed === one.seed && repeat === one.repeat);
        if (other === undefined || one.score === null || other.score === null) continue;
        pairs.push({
          seed: one.seed,
          one: { label: first.label, episode: one },
          other: { label: second.label, episode: other },
          difference: other.score - one.score,
        });
      }
    }
  });
  return pairs.sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}
