import { expect, it } from 'vitest';
import { tinyModel, type TinyEvent } from '../testing/tiny-model.js';
import { firstDifference } from './first-difference.js';

const sent = (tick: number, seat: number, text: string, to: readonly number[] = [1]): TinyEvent => ({
  type: 'message.sent',
  ...{ tick, seat, to, kind: 'request', text, task: null, claims: [], work: true, tokens: 3 },
});
const plan = (tick: number, seat: number, task: string, observation = 0): TinyEvent => ({
  type: 'plan.committed',
  ...{ tick, seat, task, actions: [{ type: 'go' }], observation },
});
const stage = (tick: number, seat: number): TinyEvent => ({
  type: 'activation.stage',
  tick,
  seat,
  stage: 'R',
});
const end = (tick: number): TinyEvent => ({
  type: 'episode.ended',
  ...{ tick, status: 'horizon', score: 0, maxScore: 1, digest: '' },
});
const difference = (one: TinyEvent[], other: TinyEvent[], seats: [number, number] = [2, 2]) =>
  firstDifference(tinyModel(one, seats[0]), tinyModel(other, seats[1]));

it('is where two episodes first do something else, said from both sides', () => {
  const one = [plan(0, 0, 'a'), sent(738, 1, 'come', [0]), plan(800, 0, 'b'), end(900)];
  const other = [plan(0, 0, 'a'), stage(1, 0), plan(60, 1, 'c'), end(900)];
  expect(difference(one, other)).toEqual([
    {
      seq: 1,
      time: 12.3e6,
      text: 'First difference at 12.3 s: here agent 1 tells agent 0 “come”; in the other, at 1.0 s, agent 1 plans c.',
    },
    {
      seq: 2,
      time: 1e6,
      text: 'First difference at 1.0 s: here agent 1 plans c; in the other, at 12.3 s, agent 1 tells agent 0 “come”.',
    },
  ]);
});

it('passes over what differs between any two conditions', () => {
  const one = [plan(0, 0, 'a', 4), end(60)];
  const other = [stage(0, 0), stage(0, 1), { ...plan(0, 0, 'a', 7), time: 99, inputs: [1] }, end(60)];
  expect(difference(one, other)).toBeNull();
});

it('sees the same deed at another moment of body time', () => {
  expect(difference([plan(60, 0, 'a')], [plan(61, 0, 'a')])?.map(({ seq }) => seq)).toEqual([0, 0]);
});

it('compares teams of two sizes by the seats that both have', () => {
  const one = [sent(0, 0, 'x', [1]), plan(0, 1, 'a'), end(60)];
  const other = [sent(0, 0, 'x', [1, 2]), sent(0, 0, 'y', [2]), plan(0, 2, 'c'), plan(0, 1, 'b'), end(60)];
  expect(difference(one, other, [2, 3])?.map(({ seq }) => seq)).toEqual([1, 3]);
});

it('waits for the one that has not come so far, and tells how one ends', () => {
  expect(difference([plan(0, 0, 'a')], [plan(0, 0, 'a'), plan(9, 1, 'b')])).toBeNull();
  expect(difference([plan(0, 0, 'a'), end(9)], [plan(0, 0, 'a'), plan(9, 1, 'b')])?.[0].text).toMatch(
    /here the episode ends: horizon; in the other, at 0\.1 s, agent 1 plans b\.$/,
  );
});
