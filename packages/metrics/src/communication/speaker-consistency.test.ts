import { expect, it } from 'vitest';
import { said, opened, talkResultOf } from '../testing/talk-events.js';
import type { TinyEvent } from '../testing/tiny-log.js';
import { speakerConsistency } from './speaker-consistency.js';

const plan = (task: string): TinyEvent => ({
  type: 'plan.committed',
  tick: 0,
  seat: 0,
  task,
  actions: [],
  observation: 0,
});

const announced = (task: string, done: string): TinyEvent[] => [said('commit', task, [1, 2]), plan(done)];

it('gives ln 2 to a speaker who does one of two things as announced', () => {
  const log = ['a', 'b', 'a', 'b'].flatMap((task) => announced(task, task));
  const result = talkResultOf(speakerConsistency, [opened('a'), opened('b'), ...log]);
  expect(result).toMatchObject({ pairs: 4 });
  expect(result).toHaveProperty('information', expect.closeTo(0.6931, 4));
  expect(result).toHaveProperty('corrected', expect.closeTo(Math.log(2) - 1 / 8, 12));
});

it('gives nothing to a speaker who does either, whatever was announced', () => {
  const log = ['aa', 'ab', 'ba', 'bb'].flatMap(([task = '', done = '']) => announced(task, done));
  expect(talkResultOf(speakerConsistency, [opened('a'), opened('b'), ...log])).toMatchObject({
    pairs: 4,
    information: 0,
    corrected: 0,
    pValue: 1,
  });
});

it('pairs every message with the next plan of its own speaker, and leaves open what no plan follows', () => {
  const log = [opened('a'), said('inform', 'a'), said('request', 'a'), plan('a'), said('inform', 'a')];
  expect(talkResultOf(speakerConsistency, log)).toMatchObject({ pairs: 2 });
  const others = [opened('a'), said('inform', 'a'), { ...plan('a'), seat: 1 } as TinyEvent];
  expect(talkResultOf(speakerConsistency, others)).toMatchObject({ pairs: 0, information: null });
});
