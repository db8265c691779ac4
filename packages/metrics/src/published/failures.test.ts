import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { committed, planEnded, planResultOf, remark } from '../testing/plan-events.js';
import { publishedFailures } from './failures.js';

const log = [
  committed(0, 0, 'a', 'push'),
  planEnded(10, 0, 'success'),
  committed(20, 0, 'a', 'push'),
  planEnded(30, 0, 'failed', 'timeout'),
  committed(40, 0, 'a', 'push'),
  planEnded(50, 0, 'interrupted', 'replaced'),
  committed(50, 0, 'b', 'push'),
  planEnded(60, 0, 'interrupted', 'episode_ended'),
];

it('gives the share of each reason', () => {
  const result = planResultOf(publishedFailures, log);
  const third = 1 / 3;
  expect(result).toMatchObject({
    plans: 3,
    shares: { timeout: third, replaced: third, episode_ended: third },
  });
  expect(flattenMetrics({ 'published-failures': result })).toMatchObject({
    'published-failures.timeout': third,
    'published-failures.no_path': 0,
  });
});

it('keeps the words of an import, and the closed list beside them', () => {
  const imported = log.flatMap((event) =>
    event.type === 'plan.ended' && event.outcome === 'timeout'
      ? [remark(event.tick, 'navigation_target_not_reached'), event]
      : [event],
  );
  expect(planResultOf(publishedFailures, imported)).toMatchObject({
    shares: { navigation_target_not_reached: 1 / 3 },
    sharesByOutcome: { timeout: 1 / 3 },
  });
});

it('has no shares without failures', () => {
  const row = flattenMetrics({ 'published-failures': planResultOf(publishedFailures, log.slice(0, 2)) });
  expect(row).toMatchObject({ 'published-failures.plans': 0, 'published-failures.timeout': null });
});
