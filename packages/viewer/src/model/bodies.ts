import type { QuorumEvent, Shape } from '@quorum/events';

/** A body of the world. Times are virtual, microseconds. */
export interface Body {
  /** Its number in the frames. */
  readonly number: number;
  readonly id: string;
  readonly kind: 'agent' | 'block';
  readonly shape: Shape;
  readonly seat: number | null;
  /** Agents needed to move it; null for agents. */
  readonly weight: number | null;
  readonly addedAt: number;
  removedAt: number | null;
}

export interface Bodies {
  /** By number. */
  readonly all: Body[];
  readonly byId: Map<string, Body>;
}

export function createBodies(): Bodies {
  return { all: [], byId: new Map() };
}

export function stepBodies({ all, byId }: Bodies, event: QuorumEvent): void {
  if (event.type === 'world.bodyAdded') {
    const { body: id, kind, shape, seat = null, weight = null, time } = event;
    const body: Body = { number: all.length, id, kind, shape, seat, weight, addedAt: time, removedAt: null };
    all.push(body);
    byId.set(id, body);
  } else if (event.type === 'world.bodyRemoved') {
    const body = byId.get(event.body);
    if (body !== undefined) body.removedAt = event.time;
  }
}
