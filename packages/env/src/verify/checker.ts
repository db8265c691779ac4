import type { EventDraft, EventOf, QuorumEvent } from '@quorum/events';

/** The first place where a re-simulation differs from the log. */
export interface Divergence {
  readonly seq: number;
  readonly tick: number;
  /** The logged event, as JSON; null where the log has none. */
  readonly logged: string | null;
  /** What the re-simulation did instead; null where it did nothing. */
  readonly simulated: string | null;
}

/** Thrown by `emit` to leave the simulation at the first difference. */
export class Diverged extends Error {
  constructor(readonly at: Divergence) {
    super('diverged');
  }
}

/** What is compared: all but what the log itself adds. */
export function comparable(event: QuorumEvent | EventDraft): string {
  const entries = Object.entries(event).filter(([key]) => !['seq', 'tick', 'time', 'digest'].includes(key));
  return JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Follows the world events of a log and checks that the same ones come again. */
export class Checker {
  private next = 0;
  tick = 0;

  constructor(
    private readonly logged: readonly QuorumEvent[],
    /** `seq` of the last line: where events are missing that the simulation has before the end. */
    private readonly end: number,
  ) {}

  readonly emit = (draft: EventDraft): number => {
    const event = this.logged[this.next];
    const simulated = comparable(draft);
    if (!event || event.tick !== this.tick || comparable(event) !== simulated) this.diverge(event, simulated);
    this.next += 1;
    return event.seq;
  };

  /** The next logged assignment that belongs to this tick, if it is due. */
  due(): EventOf<'action.assigned'> | null {
    const event = this.logged[this.next];
    return event?.type === 'action.assigned' && event.tick === this.tick ? event : null;
  }

  /** Diverges if events of this tick or earlier ones are still unmatched. */
  expectQuiet(): void {
    const event = this.logged[this.next];
    if (event && event.tick <= this.tick) this.diverge(event, null);
  }

  diverge(event: QuorumEvent | undefined, simulated: string | null): never {
    const tick = event ? Math.min(event.tick, this.tick) : this.tick;
    throw new Diverged({
      seq: event?.seq ?? this.end,
      tick,
      logged: event ? comparable(event) : null,
      simulated,
    });
  }
}
