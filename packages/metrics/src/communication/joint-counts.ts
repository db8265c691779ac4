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

/** The same as plain JSON, in the order of the codes, so that how they came does not matter. */
export type JointList = readonly (readonly [said: Code, done: Code, count: number])[];

export function listJoint(joint: JointCounts): JointList {
  return sorted(joint).flatMap(([said, row]) =>
    sorted(row).map(([done, count]): JointList[number] => [said, done, count]),
  );
}

/** Pairs as two lists of equal length, in the order of their codes. */
export function listPairs(joint: JointList): { readonly said: Code[]; readonly done: Code[] } {
  const said: Code[] = [];
  const done: Code[] = [];
  for (const [x, y, count] of joint) {
    for (let i = 0; i < count; i++) {
      said.push(x);
      done.push(y);
    }
  }
  return { said, done };
}

function sorted<V>(counts: ReadonlyMap<Code, V>): [Code, V][] {
  return [...counts].sort(([a], [b]) => a - b);
}
