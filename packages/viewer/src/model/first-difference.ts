import { deedOf, type Deed } from './deed.js';
import type { EpisodeModel } from './episode-model.js';

/** What the one episode did where two of them part. */
export interface DifferenceSide {
  readonly seq: number;
  /** Virtual time, microseconds. */
  readonly time: number;
  /** One sentence, as the page of this episode says it. */
  readonly text: string;
}

type Played = Pick<EpisodeModel, 'header' | 'events'>;

/**
 * Where two episodes part: the first deeds that differ, walking both logs side by side. Seats that only one of them has
 * are passed over.
 * @returns null while none differs, or where one has not come so far yet
 */
export function firstDifference(
  one: Played,
  other: Played,
): readonly [DifferenceSide, DifferenceSide] | null {
  const seats = Math.min(one.header.team.length, other.header.team.length);
  const [mine, theirs] = [deeds(one, seats), deeds(other, seats)];
  for (;;) {
    const [a, b] = [mine.next(), theirs.next()];
    if (a.done === true || b.done === true) return null;
    if (a.value.key !== b.value.key) return [side(a.value, b.value), side(b.value, a.value)];
  }
}

function* deeds({ events }: Played, seats: number): Generator<Deed, void> {
  for (const event of events) {
    const deed = deedOf(event, seats);
    if (deed !== null) yield deed;
  }
}

function side({ seq, time, text }: Deed, other: Deed): DifferenceSide {
  return {
    seq,
    time,
    text: `First difference at ${seconds(time)}: here ${text}; in the other, at ${seconds(other.time)}, ${other.text}.`,
  };
}

function seconds(micros: number): string {
  return `${(micros / 1e6).toFixed(1)} s`;
}
