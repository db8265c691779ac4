import { createFrameEncoder } from '@quorum/events';
import { expect, it } from 'vitest';
import type { TeamMoment } from '../protocol/protocol.js';
import { tinyModel, type TinyEvent } from '../testing/tiny-model.js';
import { addressingMoment, addressingOf, addressingTrack } from './addressing-track.js';
import { FrameTrack } from './frame-track.js';
import { MOST_SEATS, teamPlaces } from './team-places.js';

const disc = { kind: 'disc', radius: 0.25 } as const;
const body = (number: number, seat: number): TinyEvent => ({
  ...{ tick: 0, type: 'world.bodyAdded', body: `agent${seat}`, number, kind: 'agent' },
  ...{ seat, shape: disc, x: 0, y: 0, angle: 0, moving: true },
});
/** Two seats for ten seconds; the second walks away, a metre a second. */
const model = tinyModel([
  body(0, 0),
  body(1, 1),
  { tick: 600, type: 'episode.ended', status: 'horizon', score: 0, maxScore: 1 },
]);
const frames = new FrameTrack();
const encoder = createFrameEncoder();
for (let tick = 0; tick <= 600; tick += 60) {
  const pose = (number: number, x: number) => ({ body: number, x, y: 2, angle: 0 });
  frames.append(encoder.push({ tick, poses: [pose(0, 0), pose(1, tick / 60)], contacts: [] }));
}
/** In touch up to three metres. */
const ask = ({ places: [one, other] }: TeamMoment) => ({
  ...{ parents: null, roles: [] },
  out: (other?.[0] ?? 0) - (one?.[0] ?? 0) <= 3 ? [[1], [0]] : [[], []],
});

it('knows the places of a team between frames', () => {
  expect(teamPlaces(model, frames, 1.5e6)).toEqual([
    [0, 2],
    [1.5, 2],
  ]);
});

it('knows no places of a team that is too large, or before there are frames', () => {
  const large = tinyModel(
    Array.from({ length: MOST_SEATS + 1 }, (_, seat) => body(seat, seat)),
    MOST_SEATS + 1,
  );
  expect(teamPlaces(large, frames, 0)).toBeNull();
  expect(teamPlaces(model, new FrameTrack(), 0)).toBeNull();
});

it('says at each moment what the server would, and writes down changes only', () => {
  const track = addressingTrack(model, frames, ask);
  expect(track.map(({ time }) => time)).toEqual([249_999, 3_249_999]);
  for (const time of [0, 2.9e6, 3e6, 3.2e6, 9e6, 10e6]) {
    const moment = addressingMoment(time);
    const places = teamPlaces(model, frames, moment) ?? [];
    expect(addressingOf(track, moment), `${time}`).toEqual(ask({ time: moment, places }));
  }
});
