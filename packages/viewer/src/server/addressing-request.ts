import type { Refusal, TeamMoment } from '../protocol/protocol.js';
import { listedEpisode } from './listed-episode.js';
import type { RunSource } from './run-source.js';

/** A request for who may address whom at a moment, or why it is none. */
export function addressingRequest(
  request: unknown,
  source: Pick<RunSource, 'listing'>,
): ({ readonly episode: string } & TeamMoment) | Refusal {
  const found = listedEpisode(request, source);
  if ('message' in found) return found;
  const { time, places } = request as { time?: unknown; places?: unknown };
  if (!Number.isSafeInteger(time) || (time as number) < 0) return { message: '`time` must be microseconds.' };
  if (!Array.isArray(places) || !places.every(isPlace)) {
    return { message: '`places` must be a list of points, in metres.' };
  }
  return { ...found, time: time as number, places };
}

function isPlace(place: unknown): place is TeamMoment['places'][number] {
  return Array.isArray(place) && place.length === 2 && place.every((each) => Number.isFinite(each));
}
