import { runFolds, startFolds } from '@quorum/events';
import { arbitraryLog } from '@quorum/events/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnOf, flattenMetrics } from './flatten.js';
import { metrics } from './registry.js';

const log = arbitraryLog();

/** Logs that all metrics are tried on: making them takes longer than reading them. */
const someLogs = fc.sample(log, 40);

it('gives the same online, in one go, and with all folds together', () => {
  fc.assert(
    fc.property(log, ({ header, events }) => {
      const together = startFolds(metrics, header);
      for (const event of events) {
        together.push(event);
        together.results(); // Looking must not disturb.
      }
      for (const metric of metrics) {
        expect(together.results()[metric.name]).toEqual(runFolds([metric], header, events)[metric.name]);
      }
    }),
    { numRuns: 25 },
  );
});

it('gives at any moment what the log so far gives', () => {
  fc.assert(
    fc.property(log, fc.nat(), ({ header, events }, cut) => {
      const run = startFolds(metrics, header);
      const soFar = events.slice(0, cut % (events.length + 1));
      for (const event of soFar) run.push(event);
      const then = structuredClone(run.results());
      const looked = run.results();
      for (const event of events.slice(soFar.length)) run.push(event);
      expect(looked).toEqual(then);
      expect(then).toEqual(runFolds(metrics, header, soFar));
    }),
    { numRuns: 25 },
  );
});

it.each(metrics.filter((metric) => metric.reads !== 'all'))(
  '$name reads the events of its page and no others',
  (metric) => {
    for (const { header, events } of someLogs) {
      // Handed every event, which `runFolds` would not do.
      const state: unknown = events.reduce<unknown>(
        (before, event) => metric.step(before, event) as unknown,
        metric.init(header),
      );
      expect(runFolds([metric], header, events)).toEqual({ [metric.name]: metric.result(state) as unknown });
    }
  },
);

it('keeps shares and deficits between 0 and 1, and results finite', () => {
  const shares = [
    'score.share',
    'attempts.successRate',
    'action-outcomes.successShare',
    'claims.trueShare',
    ...['violations', 'attempt-violations'].flatMap((metric) =>
      ['participation', 'spatial', 'temporal', 'dependency'].map((constraint) => `${metric}.${constraint}`),
    ),
  ];
  fc.assert(
    fc.property(log, ({ header, events }) => {
      const row = flattenMetrics(runFolds(metrics, header, events));
      for (const name of shares) {
        const share = row[name];
        if (share === null) continue;
        expect(share, name).toBeGreaterThanOrEqual(0);
        expect(share, name).toBeLessThanOrEqual(1);
      }
      for (const value of Object.values(row)) expect(value).not.toBeNaN();
    }),
    { numRuns: 40 },
  );
});

it('measures a constraint by attempt exactly where it measures it by time', () => {
  fc.assert(
    fc.property(log, ({ header, events }) => {
      const row = flattenMetrics(runFolds(metrics, header, events));
      for (const constraint of ['participation', 'spatial', 'temporal', 'dependency']) {
        expect(row[`attempt-violations.${constraint}`] === null).toBe(
          row[`violations.${constraint}`] === null,
        );
      }
    }),
    { numRuns: 40 },
  );
});

it('never counts down', () => {
  const counts = [
    'attempts.count',
    'attempts.successes',
    'attempts.seatsTotal',
    'action-outcomes.total',
    'plans.committed',
    'plans.interrupted',
    'messages.sent',
    'messages.delivered',
    'messages.lost',
    'models.calls',
    'thinking.activations',
    'thinking.chargedSeconds',
    'memory.messages',
    'duration.ticks',
  ].map(columnOf);
  fc.assert(
    fc.property(log, ({ header, events }) => {
      const run = startFolds(metrics, header);
      let before = counts.map(() => 0);
      for (const event of events) {
        run.push(event);
        const results = run.results();
        const now = counts.map((read) => Number(read(results)));
        now.forEach((count, i) => {
          expect(count).toBeGreaterThanOrEqual(before[i] ?? 0);
        });
        before = now;
      }
    }),
    { numRuns: 20 },
  );
});
