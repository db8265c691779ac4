import type { EventDraft } from '@quorum/events';

/** An event as the kit keeps it: without virtual time and digests, which the log adds. */
export type RecordedEvent = EventDraft & { readonly seq: number; readonly tick: number };

/** How an action ended. */
export type RecordedEnd = RecordedEvent & { readonly type: 'action.ended' };

/** Stands in for the log: numbers events and stamps them with the steps begun so far. */
export class Recorder {
  readonly events: RecordedEvent[] = [];
  tick: number;
  private readonly firstSeq: number;
  private readonly openActions = new Map<number, number>();
  private readonly lastAssignments = new Map<number, number>();
  private readonly ends = new Map<number, RecordedEnd>();

  /** `firstSeq` and `tick` are where a restored simulation goes on. */
  constructor(firstSeq = 0, tick = 0) {
    this.firstSeq = firstSeq;
    this.tick = tick;
  }

  readonly emit = (draft: EventDraft): number => {
    const seq = this.firstSeq + this.events.length;
    // A copy: what a scenario does to its own objects later must not reach the log.
    const event = JSON.parse(JSON.stringify({ ...draft, seq, tick: this.tick })) as RecordedEvent;
    this.events.push(event);
    if (event.type === 'action.assigned') {
      this.lastAssignments.set(event.seat, seq);
      if (event.action === null) this.openActions.delete(event.seat);
      else this.openActions.set(event.seat, seq);
    } else if (event.type === 'action.ended') {
      const open = this.openActions.get(event.seat);
      if (open !== undefined && event.inputs.includes(open)) this.openActions.delete(event.seat);
      for (const input of event.inputs) if (!this.ends.has(input)) this.ends.set(input, event);
    }
    return seq;
  };

  /** True while the seat's last action has not ended. */
  isBusy(seat: number): boolean {
    return this.openActions.has(seat);
  }

  /** The `action.ended` of the assignment `seq`, if it has been emitted. */
  endOf(seq: number): RecordedEnd | undefined {
    return this.ends.get(seq);
  }

  /** `seq` of the last assignment of a seat, or -1. */
  lastAssignment(seat: number): number {
    return this.lastAssignments.get(seat) ?? -1;
  }
}
