import { TICKS_PER_SECOND, type FramePose } from '@quorum/events';
import type { Body } from './bodies.js';
import type { EpisodeModel } from './episode-model.js';
import type { FrameTrack } from './frame-track.js';

/** A body that stands elsewhere than before. */
export interface Moved {
  readonly body: string;
  readonly meters: number;
}

/** What the world did between two moments. */
export interface WorldChange {
  /** Body time that passed, seconds. */
  readonly seconds: number;
  /** Bodies that moved by at least a decimetre, farthest first. */
  readonly moved: readonly Moved[];
  /** Bodies that left the world. */
  readonly gone: readonly string[];
}

const LEAST_METERS = 0.1;

/** What the world did between two ticks. The seat's own body is left out: it knows where it goes. */
export function worldChange(
  { bodies }: Pick<EpisodeModel, 'bodies'>,
  frames: Pick<FrameTrack, 'at'>,
  [from, to]: readonly [number, number],
  seat: number,
): WorldChange {
  const before = placesAt(frames, from);
  const after = placesAt(frames, to);
  const others = bodies.all.filter((body) => body.seat !== seat);
  const moved = others.flatMap((body): Moved[] => {
    const { number } = body;
    const [start, end] = [before.get(number), after.get(number)];
    if (start === undefined || end === undefined) return [];
    const [dx, dy] = [end.x - start.x, end.y - start.y];
    const meters = Math.sqrt(dx * dx + dy * dy);
    return meters < LEAST_METERS ? [] : [{ body: nameOf(body), meters }];
  });
  return {
    seconds: (to - from) / TICKS_PER_SECOND,
    moved: moved.sort((a, b) => b.meters - a.meters),
    gone: others.filter(({ number }) => before.has(number) && !after.has(number)).map(nameOf),
  };
}

const nameOf = ({ id, seat }: Body): string => (seat === null ? id : `agent ${seat}`);

function placesAt(frames: Pick<FrameTrack, 'at'>, tick: number): ReadonlyMap<number, FramePose> {
  const moment = frames.at(tick);
  return new Map((moment?.before.poses ?? []).map((pose) => [pose.body, pose]));
}
