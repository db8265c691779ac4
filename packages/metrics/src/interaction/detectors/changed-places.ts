/** A plan that came to nothing: `seq` of the decision and of its end. */
export interface Vain {
  readonly plan: number;
  readonly end: number;
}

/** Tasks that each seat has given up since it last got something done, in order, with the plan. */
export type GivenUp = readonly Map<string, Vain>[];

/** Two agents that gave up at the same two tasks in opposite order, each coming after the other. */
export interface Swap {
  readonly seats: readonly [number, number];
  /** As the first of the seats gave them up. */
  readonly tasks: readonly [string, string];
  readonly evidence: readonly number[];
}

/** Takes in that a seat gives a task up; returns a change of places that it completes. Cost: seats × tasks given up. */
export function giveUp(given: GivenUp, seat: number, task: string, vain: Vain): Swap | null {
  const own = given[seat];
  // Maps keep the order of the first time.
  if (own === undefined || own.has(task)) return null;
  own.set(task, vain);
  for (const [other, theirs] of given.entries()) {
    const there = theirs.get(task);
    if (other === seat || there === undefined) continue;
    for (const [before, when] of own) {
      const later = theirs.get(before);
      // This seat came from `before`, where the other one went after it had given up `task`.
      if (before === task || later === undefined || later.end < there.end) continue;
      // Who was there first has not followed.
      if (later.plan < when.plan || vain.plan < there.plan) continue;
      const evidence = [when, there, later, vain].flatMap(({ plan, end }) => [plan, end]);
      return { seats: [seat, other], tasks: [before, task], evidence };
    }
  }
  return null;
}
