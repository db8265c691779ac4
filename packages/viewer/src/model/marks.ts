import type { QuorumEvent } from '@quorum/events';
import type { Lanes } from './lanes.js';
import { outcomeWords } from './plain-words.js';

/** Something that was done to an episode from outside, or that failed. Times are virtual, microseconds. */
export interface Mark {
  readonly seq: number;
  readonly time: number;
  readonly kind: 'intervention' | 'fault' | 'repair' | 'failure';
  readonly seat: number | null;
  readonly text: string;
}

export type Marks = Mark[];

export function createMarks(): Marks {
  return [];
}

/** `lanes` know the event already. */
export function stepMarks(marks: Marks, event: QuorumEvent, lanes: Lanes): void {
  const { seq, time } = event;
  switch (event.type) {
    case 'intervention.applied':
      marks.push({
        seq,
        time,
        kind: 'intervention',
        seat: event.seat ?? null,
        text: `${event.source}: ${event.note}`,
      });
      return;
    case 'fault.injected':
      marks.push({ seq, time, kind: 'fault', seat: event.seat, text: `${event.fault}: ${event.note}` });
      return;
    case 'repair.checked':
      if (event.outcome !== 'passed') {
        marks.push({ seq, time, kind: 'repair', seat: null, text: `plans checked: ${event.outcome}` });
      }
      return;
    case 'plan.ended':
      if (event.status === 'failed') {
        const { seat, outcome } = event;
        const task = lanes[seat]?.plans.findLast(({ to }) => to === time)?.task ?? null;
        const what = task === null ? 'plan' : `plan for ${task}`;
        marks.push({ seq, time, kind: 'failure', seat, text: `${what} failed: ${outcomeWords(outcome)}` });
      }
      return;
    default:
      return;
  }
}
