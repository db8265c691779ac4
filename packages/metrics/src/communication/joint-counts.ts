import type { Code } from './coding.js';

/** How often each pair of codes came together: all that information measures and their permutation null need. */
export type JointCounts = Map<Code, Map<Code, number>>;

/** Counts one more pair. */
export function countPair(joint: JointCounts, said: Code, done: Code): void {
  let row = joint.get(said);
  if (row === undefined) {
    row = new Map();
    joint.set(said, row);
  }
  row.set(done, (row.get(done) ?? 0) + 1);
}

/** Pairs as two lists of equal length, in the order of their codes, so that how they came does not matter. */
export function listPairs(joint: JointCounts): { readonly said: Code[]; readonly done: Code[] } {
  const said: Code[] = [];
  const done: Code[] = [];
  for (const [x, row] of sorted(joint)) {
    for (const [y, count] of sorted(row)) {
      for (let i = 0; i < count; i++) {
        said.push(x);
        done.push(y);
      }
    }
  }
  return { said, done };
}

function sorted<V>(counts: ReadonlyMap<Code, V>): [Code, V][] {
  return [...counts].sort(([a], [b]) => a - b);
}
