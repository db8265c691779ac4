import type { Verdict } from './check.js';
import { nameWorld, type Play, type World } from './play.js';
import type { Subject } from './subject.js';

/** A check reports this many problems and stops. */
const MOST_PROBLEMS = 3;

/** Runs `find` over every play until enough problems are found. */
export function overPlays(subject: Subject, find: (play: Play) => Iterable<string>): Verdict {
  return gather(subject.plays(), (play) => `${nameWorld(play.world)}, ${play.style} play`, find);
}

/** Runs `find` over every world until enough problems are found. */
export function overWorlds(subject: Subject, find: (world: World) => Iterable<string>): Verdict {
  return gather(subject.worlds(), nameWorld, find);
}

/** As `overPlays`, but says so when no play had anything to check. */
export function overPlaysWith(
  subject: Subject,
  { has, otherwise }: { has: (play: Play) => boolean; otherwise: string },
  find: (play: Play) => Iterable<string>,
): Verdict {
  if (!subject.plays().some(has)) return { problems: [], skipped: otherwise };
  return overPlays(subject, find);
}

function gather<T>(
  items: readonly T[],
  name: (item: T) => string,
  find: (item: T) => Iterable<string>,
): Verdict {
  const problems: string[] = [];
  for (const item of items) {
    for (const problem of find(item)) {
      problems.push(`${name(item)}: ${problem}`);
      if (problems.length === MOST_PROBLEMS) return { problems };
    }
  }
  return { problems };
}
