import type { TeamMoment } from '../protocol/protocol.js';
import type { EpisodeModel } from './episode-model.js';
import type { FrameTrack } from './frame-track.js';
import { posesAt } from './poses.js';

/** The places of more seats do not fit into a message, and nobody could tell their links apart. */
export const MOST_SEATS = 150;

/**
 * Where the bodies of a team are at a virtual time, microseconds.
 * @returns null where a seat has no body yet, and for a team of more than `MOST_SEATS`
 */
export function teamPlaces(
  model: Pick<EpisodeModel, 'clock' | 'header' | 'bodies'>,
  frames: FrameTrack,
  time: number,
): TeamMoment['places'] | null {
  const moment = frames.at(model.clock.tickAt(time));
  if (moment === null || model.header.team.length > MOST_SEATS) return null;
  const poses = posesAt(moment, false);
  const places = model.header.team.flatMap((_, seat) => {
    const body = model.bodies.all.find((each) => each.seat === seat);
    const pose = body === undefined ? undefined : poses.get(body.number);
    return pose === undefined ? [] : [[pose.x, pose.y] as const];
  });
  return places.length === model.header.team.length ? places : null;
}
