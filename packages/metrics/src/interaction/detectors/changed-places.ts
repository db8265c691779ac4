/** Tasks that each seat has given up since it last got something done, in order, with the `seq` of the plan's end. */
export type GivenUp = readonly Map<string, number>[];

/** Two agents that gave up at the same two tasks in opposite order. */
export interface Swap {
  readonly seats: readonly [number, number];
  /** As the first of the seats gave them up. */
  readonly tasks: readonly [string, string];
  readonly evidence: readonly number[];
}

/** Takes in that a seat gives a task up; returns a change of places that it completes. Cost: seats × tasks given up. */
export function giveUp(given: GivenUp, seat: number, task: string, seq: number): Swap | null {
  const own = given[seat];
  // Maps keep the order of the first time.
  if (own === undefined || own.has(task)) return null;
  own.set(task, seq);
  for (const [other, theirs] of given.entries()) {
    const there = theirs.get(task);
    if (other === seat || there === undefined) continue;
    for (const [before, when] of own) {
      const later = theirs.get(before);
      // This seat came from `before`, where the other one went after it had given up `task`.
      if (before === task || later === undefined || later < there) continue;
      return { seats: [seat, other], tasks: [before, task], evidence: [when, there, later, seq] };
    }
  }
  return null;
}
