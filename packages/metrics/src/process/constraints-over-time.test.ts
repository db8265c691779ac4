import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { sample } from '../testing/attempt-events.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { constraintsOverTime, type ConstraintsOverTimeResult } from './constraints-over-time.js';

const closed = (tick: number, task = 'a/west'): TinyEvent => ({
  type: 'task.closed',
  tick,
  task,
  outcome: 'completed',
});
const over = (tick: number): TinyEvent => ({
  type: 'episode.ended',
  tick,
  status: 'horizon',
  score: 0,
  maxScore: 1,
});
const committed: TinyEvent[] = [
  sample(0, 'participation', 2),
  sample(0, 'spatial', 0),
  sample(0, 'temporal', 0),
  sample(0, 'dependency', 1, 1),
];
const example = [...committed, sample(60, 'spatial', 2), sample(90, 'temporal', 2), closed(120)];

function play(log: readonly TinyEvent[]): ConstraintsOverTimeResult {
  return resultOf(constraintsOverTime, log) as ConstraintsOverTimeResult;
}

it('weighs constraints by the time they hold, as in the example', () => {
  const result = play(example);
  expect(result).toMatchObject({
    attendedTicks: 120,
    satisfiedTicks: { participation: 120, dependency: 120, spatial: 60, temporal: 30, all: 30 },
    bottleneckTicks: { participation: 0, dependency: 0, spatial: 60, temporal: 30 },
    tasks: [
      {
        task: 'a/west',
        attendedSeconds: 2,
        secondsTo: { participation: 0, dependency: 0, spatial: 1, temporal: 1.5, all: 1.5 },
        bottleneck: 'spatial',
      },
    ],
    series: { ticksPerInterval: 60, channels: { attended: [60, 60], spatial: [0, 60], all: [0, 30] } },
  });
  expect(flattenMetrics({ 'constraints-over-time': result })).toMatchObject({
    'constraints-over-time.spatial': 0.5,
    'constraints-over-time.all': 0.25,
    'constraints-over-time.spatialBottleneck': 0.5,
    'constraints-over-time.bottleneck': 'spatial',
    'constraints-over-time.satisfiedTasks': 1,
    'constraints-over-time.secondsTo': 1.5,
  });
});

it('names participation where one waits alone, and keeps such tasks out of times', () => {
  const alone = [sample(0, 'participation', 1), sample(0, 'spatial', 0), sample(60, 'spatial', 1), over(600)];
  const result = play(alone);
  expect(result.tasks).toMatchObject([{ bottleneck: 'participation', secondsTo: { all: null } }]);
  expect(flattenMetrics({ 'constraints-over-time': result })).toMatchObject({
    'constraints-over-time.participationBottleneck': 1,
    'constraints-over-time.satisfiedTasks': 0,
    'constraints-over-time.secondsTo': null,
  });
});

it('does not count time in which nobody attends a task', () => {
  const gone = [...committed, sample(60, 'participation', 0), sample(600, 'participation', 2), closed(660)];
  expect(play(gone)).toMatchObject({ attendedTicks: 120 });
});

it('takes no notice of what holds for no time', () => {
  const flicker = [
    ...committed,
    sample(60, 'spatial', 2),
    sample(60, 'temporal', 2),
    sample(60, 'spatial', 1),
    over(90),
  ];
  expect(play(flicker).tasks[0]?.secondsTo).toMatchObject({ spatial: null, temporal: 1, all: null });
});

it('is undefined where no task is attended', () => {
  const row = flattenMetrics({ 'constraints-over-time': play([over(60)]) });
  expect(row).toMatchObject({
    'constraints-over-time.all': null,
    'constraints-over-time.bottleneck': null,
    'constraints-over-time.satisfiedTasks': null,
  });
});
