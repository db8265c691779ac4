import { expect, it } from 'vitest';
import { sample } from '../testing/attempt-events.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { publishedConstraints, type PublishedConstraintsResult } from './constraints.js';

const opened = (tick: number, task: string): TinyEvent => ({
  type: 'task.opened',
  tick,
  task,
  body: task,
  required: 2,
  value: 1,
});

const closed = (tick: number, task: string): TinyEvent => ({
  type: 'task.closed',
  tick,
  task,
  outcome: 'completed',
});

const spatial = (tick: number, task: string, count: number) => sample(tick, 'spatial', count, 2, task);

function progressOf(log: readonly TinyEvent[]): PublishedConstraintsResult {
  return resultOf(publishedConstraints, log) as PublishedConstraintsResult;
}

it('counts the tasks for which a constraint ever rose or fell from step to step', () => {
  const result = progressOf([
    opened(0, 'a'),
    opened(0, 'b'),
    spatial(0, 'a', 0),
    spatial(0, 'b', 0),
    spatial(70, 'a', 1),
    spatial(130, 'a', 2),
    spatial(140, 'b', 1),
    spatial(200, 'a', 0),
    spatial(250, 'b', 0),
    closed(250, 'b'),
  ]);
  expect(result.progress.spatial).toEqual({ improved: 2, worsened: 1, ratio: 2 / 3 });
  expect(result.progress.temporal).toEqual({ improved: 0, worsened: 0, ratio: 0.5 });
  expect([result.improved, result.worsened]).toEqual([2, 1]);
});

it('compares ends of steps: what passes within one does not count', () => {
  const { progress } = progressOf([opened(0, 'a'), spatial(61, 'a', 2), spatial(119, 'a', 0)]);
  expect(progress.spatial).toEqual({ improved: 0, worsened: 0, ratio: 0.5 });
});

it('begins at 0, or at what holds when the task opens', () => {
  expect(progressOf([opened(0, 'a'), spatial(6, 'a', 1)]).progress.spatial.improved).toBe(1);
  expect(progressOf([opened(0, 'a'), spatial(0, 'a', 1)]).progress.spatial.improved).toBe(0);
  const held = [opened(0, 'a'), sample(6, 'dependency', 1, 2, 'a')];
  expect(progressOf(held).progress.dependency.improved).toBe(0);
  expect(progressOf([...held, sample(66, 'dependency', 2, 2, 'a')]).progress.dependency.improved).toBe(1);
});

it('looks at the ratio of participation and at the counts of the others', () => {
  const heavier = (constraint: 'participation' | 'spatial') => [
    opened(0, 'a'),
    sample(0, constraint, 2, 2, 'a'),
    sample(60, constraint, 2, 4, 'a'),
  ];
  expect(progressOf(heavier('participation')).progress.participation.worsened).toBe(1);
  expect(progressOf(heavier('spatial')).progress.spatial.worsened).toBe(0);
});

it('keeps a change of an earlier step when the task closes', () => {
  const { progress } = progressOf([opened(0, 'a'), spatial(6, 'a', 1), closed(66, 'a')]);
  expect(progress.spatial.improved).toBe(1);
});
