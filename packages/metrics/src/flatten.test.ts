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
  expect(row).toMatchInlineSnapshot(`
    {
      "action-outcomes.blocked_destination": 0,
      "action-outcomes.episode_ended": 0,
      "action-outcomes.insufficient_force": 0,
      "action-outcomes.invalid_target": 0,
      "action-outcomes.missing_capability": 0,
      "action-outcomes.no_contact": 0,
      "action-outcomes.no_path": 0,
      "action-outcomes.obstructed": 0,
      "action-outcomes.replaced": 0,
      "action-outcomes.success": 0,
      "action-outcomes.successShare": null,
      "action-outcomes.target_gone": 0,
      "action-outcomes.timeout": 0,
      "action-outcomes.total": 0,
      "action-outcomes.wrong_block": 0,
      "attempt-violations.dependency": null,
      "attempt-violations.participation": null,
      "attempt-violations.spatial": 0.5,
      "attempt-violations.temporal": null,
      "attempts.count": 1,
      "attempts.meanTeamSize": 1,
      "attempts.seatsTotal": 1,
      "attempts.successRate": 0,
      "attempts.successes": 0,
      "claims.false": 0,
      "claims.judged": 0,
      "claims.true": 0,
      "claims.trueShare": null,
      "claims.undecidable": 0,
      "duration.seconds": 1,
      "duration.status": null,
      "duration.ticks": 60,
      "duration.virtualSeconds": 1,
      "force-share.max": null,
      "force-share.mean": null,
      "memory.budget": 0,
      "memory.expired": 0,
      "memory.messages": 0,
      "memory.plans": 0,
      "memory.summarised": 0,
      "messages.corrupted": 0,
      "messages.delivered": 0,
      "messages.duplicates": 0,
      "messages.lost": 0,
      "messages.lost.loss": 0,
      "messages.lost.out_of_range": 0,
      "messages.lost.partition": 0,
      "messages.meanPerSeat": 0,
      "messages.refused": 0,
      "messages.refused.addressing": 0,
      "messages.refused.byte_budget": 0,
      "messages.refused.gate_closed": 0,
      "messages.refused.message_budget": 0,
      "messages.refused.outside_topology": 0,
      "messages.refused.token_budget": 0,
      "messages.refused.too_long": 0,
      "messages.sdPerSeat": 0,
      "messages.sent": 0,
      "messages.tokens": 0,
      "models.calls": 0,
      "models.errors": 0,
      "models.formatFailures": 0,
      "models.inputTokens": 0,
      "models.outputTokens": 0,
      "models.reasoningTokens": 0,
      "models.repairs": 0,
      "models.timeouts": 0,
      "models.usageMissing": 0,
      "plans.committed": 0,
      "plans.failed": 0,
      "plans.interrupted": 0,
      "plans.meanPerSeat": 0,
      "plans.success": 0,
      "score.max": 8,
      "score.points": 2,
      "score.share": 0.25,
      "thinking.activations": 0,
      "thinking.activations.interrupt": 0,
      "thinking.activations.plan": 0,
      "thinking.activations.repair": 0,
      "thinking.activations.reply": 0,
      "thinking.activations.speak": 0,
      "thinking.chargedSeconds": 0,
      "thinking.interrupts": 0,
      "thinking.replanned": 0,
      "thinking.resumed": 0,
      "violations.dependency": null,
      "violations.participation": null,
      "violations.spatial": 0.5,
      "violations.temporal": null,
    }
  `);
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
