import type { EventDraft, QuorumEvent } from './events.js';

/** Where an episode's events go. The log numbers them, adds digests and writes them. */
export interface EventLog {
  /** Stamps the draft with the next `seq` and the given `tick` and virtual `time`, appends it and returns it. */
  append(draft: EventDraft, tick: number, timeMicros: number): QuorumEvent;
}
