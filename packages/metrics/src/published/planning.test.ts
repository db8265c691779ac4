import { runFolds } from '@quorum/events';
import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { committed, planEnded, planResultOf, remark } from '../testing/plan-events.js';
import { tinyHeader, tinyLog } from '../testing/tiny-log.js';
import { publishedPlanning } from './planning.js';

const log = [
  committed(0, 0, 'a', 'push'),
  committed(0, 1, 'c', 'push'),
  planEnded(60, 0, 'failed'),
  committed(60, 0, 'a', 'push'),
  planEnded(120, 0, 'interrupted', 'replaced'),
  committed(120, 0, 'b', 'push'),
  planEnded(180, 0, 'success'),
  planEnded(240, 1, 'interrupted', 'episode_ended'),
];

it('tells interrupted plans that are followed by an equal one from the others', () => {
  const result = planResultOf(publishedPlanning, log, 2);
  expect(result).toEqual({
    plansBySeat: [3, 1],
    total: 4,
    interrupted: 3,
    resumed: 1,
    replanned: 1,
    successes: 1,
  });
  const row = flattenMetrics({ 'published-planning': result });
  expect(row).toMatchObject({
    'published-planning.perAgent': 2,
    'published-planning.replannedPerAgent': 0.5,
    'published-planning.successRate': 0.25,
    'published-planning.stability': 0.25,
  });
  expect(row['published-planning.resumeRate']).toBeCloseTo(0.3333, 4);
  expect(row['published-planning.replanRate']).toBeCloseTo(0.6667, 4);
});

it('takes other actions for another plan, but only the words of an import', () => {
  const twice = [
    committed(0, 0, 'a', 'push'),
    planEnded(9, 0, 'failed'),
    committed(9, 0, 'a', 'walk', 'push'),
  ];
  expect(planResultOf(publishedPlanning, twice)).toMatchObject({ resumed: 0, replanned: 1 });
  const imported = twice.flatMap((event) =>
    event.type === 'plan.committed' ? [remark(event.tick, 'push_block(block#3)'), event] : [event],
  );
  expect(planResultOf(publishedPlanning, imported)).toMatchObject({ resumed: 1, replanned: 0 });
  const strange = imported.map((event) => ('source' in event ? { ...event, source: 'healer' } : event));
  expect(planResultOf(publishedPlanning, strange)).toMatchObject({ resumed: 0, replanned: 1 });
});

it('compares with the successor also where that begins before the end', () => {
  const events = tinyLog([
    committed(0, 0, 'a', 'push'),
    committed(60, 0, 'a', 'push'),
    planEnded(60, 0, 'interrupted', 'replaced'),
  ]);
  const linked = events.map((event) => (event.type === 'plan.ended' ? { ...event, inputs: [0] } : event));
  expect(runFolds([publishedPlanning], tinyHeader(1), linked)['published-planning']).toMatchObject({
    interrupted: 1,
    resumed: 1,
  });
});

it('has rates of 0 without interruptions, and no shares without plans', () => {
  expect(flattenMetrics({ 'published-planning': planResultOf(publishedPlanning, []) })).toMatchObject({
    'published-planning.resumeRate': 0,
    'published-planning.replanRate': 0,
    'published-planning.successRate': null,
    'published-planning.stability': null,
  });
});
