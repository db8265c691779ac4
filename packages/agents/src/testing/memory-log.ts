import type { EventLog, QuorumEvent } from '@quorum/events';

/** A log that keeps its events and their lines. */
export interface MemoryLog extends EventLog {
  readonly events: QuorumEvent[];
  readonly lines: string[];
}

/** @param firstSeq continues the numbering of an earlier log. */
export function memoryLog(firstSeq = 0): MemoryLog {
  const events: QuorumEvent[] = [];
  const lines: string[] = [];
  return {
    events,
    lines,
    append(draft, tick, time) {
      const event = { seq: firstSeq + events.length, tick, time, ...draft } as QuorumEvent;
      for (const input of event.inputs) {
        if (!(input >= 0 && input < event.seq)) throw new Error(`event ${event.seq}: input ${input}`);
      }
      const last = events.at(-1);
      if (last !== undefined && (last.time > time || last.tick > tick))
        throw new Error('time runs backwards');
      events.push(event);
      lines.push(JSON.stringify(event));
      return event;
    },
  };
}
