import { useEffect, useState } from 'preact/hooks';
import type { EpisodeModel } from '../../model/episode-model.js';
import type { FrameTrack } from '../../model/frame-track.js';
import type { Addressing, TeamMoment } from '../../protocol/protocol.js';
import { posesAt } from '../world/poses.js';
import { askAddressing } from './connect.js';
import { link } from './state.js';

/** The places of more seats do not fit into a message, and nobody could tell their links apart. */
const MOST_SEATS = 150;

/** Who may address whom at a moment, asked of the server; null where it is not known, as without a server. */
export function useAddressing(
  { path, model, frames }: { path: string; model: EpisodeModel; frames: FrameTrack },
  time: number,
  isAsked: boolean,
): Addressing | null {
  const [known, setKnown] = useState<{ readonly path: string; readonly addressing: Addressing | null }>();
  const isConnected = link.value === 'connected';
  useEffect(() => {
    const places = isAsked && isConnected ? placesAt(model, frames, time) : null;
    if (places === null) return;
    askAddressing(path, { time, places }, (addressing) => setKnown({ path, addressing }));
  }, [path, model, frames, time, isAsked, isConnected]);
  return isAsked && known?.path === path ? known.addressing : null;
}

/** Null where a seat has no body yet. */
function placesAt(model: EpisodeModel, frames: FrameTrack, time: number): TeamMoment['places'] | null {
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
