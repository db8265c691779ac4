import type { QuorumEvent } from '@quorum/events';

/** What gates need to know of a seat, as plain JSON. */
export interface GateRecord {
  /** Virtual time of its last message, microseconds. */
  readonly spokeAt: number | null;
  /** Its plan, and the task that this serves. */
  readonly plan: { readonly task: string | null } | null;
  /** The task whose terminal action it executes together with another seat now. */
  readonly joint: string | null;
  /** Tasks that are closed. */
  readonly closed: readonly string[];
  /** What has happened since its last message. */
  readonly since: {
    /** A joint action of it began or ended. */
    readonly joint: boolean;
    /** Its plan ended and left the task open. */
    readonly handoff: boolean;
    /** Points, or a closed task, by whomever. */
    readonly event: boolean;
    /** Its plan failed. */
    readonly failure: boolean;
  };
}

const NOTHING = { joint: false, handoff: false, event: false, failure: false } as const;

/** A seat before the first event. */
export const FRESH_GATE: GateRecord = { spokeAt: null, plan: null, joint: null, closed: [], since: NOTHING };

/** The record of `seat` after an event; the same object where the event does not concern it. Pure. */
export function noteForGate(record: GateRecord, event: QuorumEvent, seat: number): GateRecord {
  const open = (since: Partial<GateRecord['since']>): GateRecord['since'] => ({ ...record.since, ...since });
  switch (event.type) {
    case 'message.sent':
      return event.seat === seat ? { ...record, spokeAt: event.time, since: NOTHING } : record;
    case 'plan.committed':
      return event.seat === seat ? { ...record, plan: { task: event.task } } : record;
    case 'plan.ended': {
      if (event.seat !== seat) return record;
      const task = record.plan?.task ?? null;
      const handoff = record.since.handoff || (task !== null && !record.closed.includes(task));
      const failure = record.since.failure || event.status === 'failed';
      return { ...record, plan: null, since: open({ handoff, failure }) };
    }
    case 'attempt.started':
    case 'attempt.changed': {
      const joins = event.seats.length > 1 && event.seats.includes(seat);
      if (joins === (record.joint === event.task)) return record;
      if (!joins && record.joint !== event.task) return record;
      return { ...record, joint: joins ? event.task : null, since: open({ joint: true }) };
    }
    case 'attempt.ended':
      return record.joint === event.task ? { ...record, joint: null, since: open({ joint: true }) } : record;
    case 'task.closed':
      return { ...record, closed: [...record.closed, event.task], since: open({ event: true }) };
    case 'score.changed':
      return { ...record, since: open({ event: true }) };
    default:
      return record;
  }
}
