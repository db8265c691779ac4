import type { EpisodePiece, Held, Refusal } from '../protocol/protocol.js';
import { createEpisodeFeed, type EpisodeFeed } from './episode-feed.js';
import type { RunSource } from './run-source.js';

/** The episodes that one page has joined. */
export interface PageFeeds {
  /** Joins an episode, or joins it anew; null, or why not. */
  join(episode: string, held: Held): Refusal | null;
  leave(episode: string): void;
  /** Sends what was written since, to a page that has taken in what was sent before. */
  look(): void;
}

interface Feeding {
  readonly feed: EpisodeFeed;
  /** A piece is under way. */
  waiting: boolean;
}

/** Episodes that a page follows at a time: it shows two, and the next ones while it goes over to them. */
export const MOST_JOINED = 4;
/** Pieces under way to a page at a time, those of episodes it has left among them: what is not taken in lies in memory. */
export const MOST_UNDER_WAY = 4;

/**
 * Follows episodes for a page. Of each, one piece is under way at most: a slow page gets all that was written meanwhile
 * in one, so that it is up to date as soon as it has taken that in, and nobody waits for it.
 */
export function createPageFeeds(
  source: RunSource,
  send: (piece: EpisodePiece, taken: () => void) => void,
): PageFeeds {
  const joined = new Map<string, Feeding>();
  let underWay = 0;

  const next = (episode: string, feeding: Feeding): void => {
    if (feeding.waiting || underWay >= MOST_UNDER_WAY) return;
    const piece = feeding.feed.next();
    if (piece === null) return;
    feeding.waiting = true;
    underWay += 1;
    send(piece, () => {
      // Once: a page may say it twice.
      if (!feeding.waiting) return;
      feeding.waiting = false;
      underWay -= 1;
      // The next look sends what was written meanwhile: at once, ten fast pages would keep a processor busy with scraps.
      // The page may have left, or joined anew: then another feed serves it.
      if (feeding.feed.done && joined.get(episode) === feeding) joined.delete(episode);
    });
  };
  const look = (): void => {
    for (const [episode, feeding] of joined) next(episode, feeding);
  };

  return {
    join(episode, held) {
      if (!joined.has(episode) && joined.size >= MOST_JOINED) {
        return { message: `A page follows ${MOST_JOINED} episodes at most: leave one first.` };
      }
      joined.set(episode, { feed: createEpisodeFeed(source, episode, held), waiting: false });
      look();
      return null;
    },
    leave: (episode) => void joined.delete(episode),
    look,
  };
}
