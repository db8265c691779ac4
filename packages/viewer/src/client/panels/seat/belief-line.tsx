import { useMemo } from 'preact/hooks';
import type { Activation } from '../../../model/activations.js';
import type { EpisodeModel } from '../../../model/episode-model.js';
import type { FrameTrack } from '../../../model/frame-track.js';
import { worldChange, type WorldChange } from '../../../model/world-change.js';
import { seek } from '../../data/playback.js';
import { secondsText } from '../format.js';

/** Most bodies named. */
const MOST_NAMED = 4;

interface Props {
  readonly model: EpisodeModel;
  readonly frames: FrameTrack;
  readonly activation: Activation;
  readonly now: number;
}

/** When a belief was formed, when the decision that rests on it acted, and what the world did meanwhile. */
export function BeliefLine({ model, frames, activation: { started, ended }, now }: Props) {
  const change = useMemo(
    () => (ended === null ? null : worldChange(model, frames, [started.tick, ended.tick], started.seat)),
    [model, frames, started, ended],
  );
  const arrived = model.talk.deliveries.filter(
    ({ seat, seq, time }) =>
      seat === started.seat && seq > started.seq && ended !== null && time <= ended.time && seq < ended.seq,
  ).length;
  return (
    <p class="belief">
      belief formed at <At time={started.time} />
      {ended === null ? (
        ', still out'
      ) : (
        <>
          , {ended.time > now ? 'acts' : 'acted'} at <At time={ended.time} />
          {change === null ? null : `; ${changeText(change)}`}
          {arrived === 0 ? '' : `; ${arrived} message${arrived === 1 ? '' : 's'} arrived meanwhile`}
        </>
      )}
    </p>
  );
}

function At({ time }: { time: number }) {
  return (
    <button class="quiet" title="go there" onClick={() => seek(time)}>
      {secondsText(time)}
    </button>
  );
}

function changeText({ seconds, moved, gone }: WorldChange): string {
  if (seconds === 0) return 'the world waited';
  const named = moved.slice(0, MOST_NAMED).map(({ body, meters }) => `${body} by ${meters.toFixed(1)} m`);
  const more = moved.length - named.length;
  const parts = [
    ...named,
    ...(more > 0 ? [`${more} more`] : []),
    ...(gone.length > 0 ? [`${gone.join(', ')} gone`] : []),
  ];
  const what = parts.length === 0 ? ', nothing else moved' : ` (${parts.join(', ')})`;
  return `the world moved on by ${seconds.toFixed(1)} s${what}`;
}
