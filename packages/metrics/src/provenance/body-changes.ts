import type { QuorumEvent } from '@quorum/events';

/** When each body was last changed by somebody else, for each seat. */
export interface BodyChanges {
  readonly seats: number;
  readonly bodyOf: Map<string, string>;
  /** By body: `seq` of the latest change by others, by seat; -1 for none. */
  readonly latest: Map<string, number[]>;
  /** By body: who was last at it, and until which tick. */
  readonly workers: Map<string, { readonly seats: readonly number[]; readonly tick: number }>;
}

export function createBodyChanges(seats: number): BodyChanges {
  return { seats, bodyOf: new Map(), latest: new Map(), workers: new Map() };
}

/** Takes in `task.opened`, `attempt.ended` and `world.bodyRemoved`; all else is left alone. */
export function noteBodyChange(changes: BodyChanges, event: QuorumEvent): void {
  if (event.type === 'task.opened') {
    changes.bodyOf.set(event.task, event.body);
  } else if (event.type === 'attempt.ended') {
    const body = changes.bodyOf.get(event.task);
    if (body === undefined) return;
    changes.workers.set(body, { seats: event.seats, tick: event.tick });
    if (event.success) change(changes, body, event.seats, event.seq);
  } else if (event.type === 'world.bodyRemoved') {
    const last = changes.workers.get(event.body);
    change(changes, event.body, last?.tick === event.tick ? last.seats : [], event.seq);
  }
}

/** Whether others have changed the task's body after event `since`. */
export function changedByOthers(
  { bodyOf, latest }: BodyChanges,
  task: string,
  seat: number,
  since: number,
): boolean {
  const body = bodyOf.get(task);
  return body !== undefined && (latest.get(body)?.[seat] ?? -1) > since;
}

function change({ seats, latest }: BodyChanges, body: string, by: readonly number[], seq: number): void {
  let bySeat = latest.get(body);
  if (bySeat === undefined) {
    bySeat = Array.from({ length: seats }, () => -1);
    latest.set(body, bySeat);
  }
  for (let seat = 0; seat < seats; seat++) {
    if (!by.includes(seat)) bySeat[seat] = seq;
  }
}
