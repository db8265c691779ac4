import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { bodyEvents } from '../testing/body-events.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { blockedTime, type BlockedTimeResult } from './blocked-time.js';

const { thinks, decides, does, looks, stops, begins, joins, ends, over } = bodyEvents(2);

const log: TinyEvent[] = [
  thinks(0),
  decides(0),
  does(0, 0, 'rendezvous', { count: 2 }),
  does(0, 1, 'navigate'),
  looks(2, 1),
  stops(3, 1, 'obstructed'),
];

it('gives each second without headway to its cause, as in the example', () => {
  const result = resultOf(blockedTime, log, 2);
  expect(result).toMatchObject({
    durationMicros: 5_000_000,
    microsBySeat: [
      { ownMind: 2_000_000, otherMinds: 0, understaffed: 3_000_000, obstructed: 0, unplanned: 0 },
      { ownMind: 0, otherMinds: 2_000_000, understaffed: 0, obstructed: 1_000_000, unplanned: 0 },
    ],
    understaffedTasks: [{ task: 'a/west', micros: 3_000_000 }],
  });
  expect(flattenMetrics({ 'blocked-time': result })).toMatchObject({
    'blocked-time.share': 0.8,
    'blocked-time.seconds': 8,
    'blocked-time.understaffed': 0.3,
    'blocked-time.obstructed': 0.1,
    'blocked-time.understaffedTask': 'a/west',
  });
});

it('calls a walk that gets there no loss', () => {
  const arrives = [...log.slice(0, -1), stops(3, 1, 'success')];
  expect((resultOf(blockedTime, arrives, 2) as BlockedTimeResult).micros.obstructed).toBe(0);
});

it('counts pushing with too few agents as understaffed, and pushing in vain as obstructed', () => {
  const pushing = [does(0, 0, 'push'), begins(0, 0), joins(1, 0, 1), ends(3, false), over(4)];
  const { microsBySeat, understaffedTasks } = resultOf(blockedTime, pushing, 2) as BlockedTimeResult;
  expect(microsBySeat[0]).toMatchObject({ understaffed: 1_000_000, obstructed: 2_000_000 });
  expect(microsBySeat[1]).toMatchObject({ obstructed: 2_000_000, unplanned: 2_000_000 });
  expect(understaffedTasks).toEqual([{ task: 'a/west', micros: 1_000_000 }]);
});

it('has no share of no time', () => {
  const row = flattenMetrics({ 'blocked-time': resultOf(blockedTime, [], 2) });
  expect(row).toMatchObject({ 'blocked-time.share': null, 'blocked-time.understaffedTask': null });
});
