import { QuorumError } from '@quorum/events';
import { distance } from 'fastest-levenshtein';

/**
 * The item called `name`.
 *
 * @throws QuorumError `UNKNOWN_NAME`, listing the known names and proposing the nearest one.
 */
export function lookUp<T extends { readonly name: string }>(
  kind: string,
  name: string,
  items: readonly T[],
): T {
  const found = items.find((item) => item.name === name);
  if (found !== undefined) return found;
  const known = items.map((item) => item.name);
  const near = nearest(name, known);
  throw new QuorumError('UNKNOWN_NAME', `There is no ${kind} called '${name}'.`, {
    fix: `${near === undefined ? '' : `Did you mean '${near}'? `}Known: ${known.join(', ')}.`,
  });
}

/** The known name that a slip of the keyboard most likely meant. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  // Two edits, such as one swap of letters; more in long names, but never the whole name.
  let bestDistance = Math.min(name.length, Math.max(3, Math.floor(name.length / 3) + 1));
  for (const candidate of known) {
    const edits = distance(name, candidate);
    if (edits < bestDistance) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}
