import type { Addressing, TeamMoment } from '../protocol/protocol.js';
import type { EpisodeModel } from './episode-model.js';
import type { FrameTrack } from './frame-track.js';
import { lastAtOrBefore } from './last-at-or-before.js';
import { teamPlaces } from './team-places.js';

/** Who may address whom from a virtual time on, microseconds; null where that is not known. */
export interface AddressingChange {
  readonly time: number;
  readonly addressing: Addressing | null;
}

/** Where an exported page finds the track of an episode, beside its log. */
export const ADDRESSING_FILE = 'addressing.json';
/** Four times a second is enough for the eye. */
const STEP_MICROS = 25e4;

/** The moment at which a page looks who may address whom while it shows another one: the end of its quarter of a second. */
export function addressingMoment(time: number): number {
  return Math.floor(time / STEP_MICROS) * STEP_MICROS + STEP_MICROS - 1;
}

/** Who may address whom in the course of a whole episode, at the moments at which a page looks. */
export function addressingTrack(
  model: EpisodeModel,
  frames: FrameTrack,
  ask: (moment: TeamMoment) => Addressing | null,
): AddressingChange[] {
  const changes: AddressingChange[] = [];
  let known = '';
  for (let time = addressingMoment(0); time <= addressingMoment(model.endTime); time += STEP_MICROS) {
    const places = teamPlaces(model, frames, time);
    const addressing = places === null ? null : ask({ time, places });
    const text = JSON.stringify(addressing);
    if (text !== known) changes.push({ time, addressing });
    known = text;
  }
  return changes;
}

/** Who may address whom at a moment of such a track. */
export function addressingOf(changes: readonly AddressingChange[], time: number): Addressing | null {
  return changes[lastAtOrBefore(changes, time, (change) => change.time)]?.addressing ?? null;
}
