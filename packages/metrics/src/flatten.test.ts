import { runFolds } from '@quorum/events';
import { expect, it } from 'vitest';
import { flattenMetrics, metricColumns } from './flatten.js';
import { metrics } from './registry.js';
import { ended, sample, started } from './testing/attempt-events.js';
import { tinyHeader, tinyLog } from './testing/tiny-log.js';

it('gives one value for each column, under stable names', () => {
  const events = tinyLog([
    started(0),
    sample(0, 'spatial', 1),
    { type: 'score.changed', tick: 30, task: 'a/west', points: 2, total: 2, max: 8, seats: [0] },
    ended(60),
  ]);
  const row = flattenMetrics(runFolds(metrics, tinyHeader(2), events));
  expect(Object.keys(row)).toEqual(metricColumns);
  expect(row).toMatchSnapshot();
});

it('keeps its columns when a metric is missing', () => {
  const row = flattenMetrics({ score: { points: 1, max: 2, share: 0.5 } });
  expect(Object.keys(row)).toEqual(metricColumns);
  expect(row['score.share']).toBe(0.5);
  expect(row['attempts.count']).toBeNull();
});

it('survives a round trip through JSON', () => {
  const results = runFolds(metrics, tinyHeader(2), tinyLog([started(0), sample(0, 'spatial', 1), ended(60)]));
  expect(flattenMetrics(JSON.parse(JSON.stringify(results)) as Record<string, unknown>)).toEqual(
    flattenMetrics(results),
  );
});
