import { runFolds, type QuorumEvent } from '@quorum/events';
import { arbitraryLog } from '@quorum/events/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { totalCount } from '../counts.js';
import { flattenMetrics } from '../flatten.js';
import { AGENT_SECOND_PARTS, type AgentSecondsResult } from './agent-seconds.js';
import { BLOCK_CAUSES, type BlockedTimeResult } from './blocked-time.js';
import type { ConstraintsOverTimeResult } from './constraints-over-time.js';
import type { PlanEndingsResult } from './plan-endings.js';
import { processMetrics } from './process-metrics.js';

const shareColumns = processMetrics.flatMap(({ name, columns }) =>
  columns.flatMap((column) => (column.range.startsWith('0 … 1') ? [`${name}.${column.name}`] : [])),
);
const log = arbitraryLog();

it('splits the time of every seat without remainder, accounts for every plan, and keeps shares between 0 and 1', () => {
  fc.assert(
    fc.property(log, ({ header, events }) => {
      const results = runFolds(processMetrics, header, events);
      const duration = events.at(-1)?.time;

      const seconds = results['agent-seconds'] as AgentSecondsResult;
      expect(seconds.durationMicros).toBe(duration);
      for (const micros of seconds.microsBySeat) {
        expect(AGENT_SECOND_PARTS.reduce((sum, part) => sum + micros[part], 0)).toBe(duration);
        for (const part of AGENT_SECOND_PARTS) expect(micros[part], part).toBeGreaterThanOrEqual(0);
      }

      const blocked = results['blocked-time'] as BlockedTimeResult;
      blocked.microsBySeat.forEach((micros, seat) => {
        const parts = seconds.microsBySeat[seat];
        const total = BLOCK_CAUSES.reduce((sum, cause) => sum + micros[cause], 0);
        expect(total).toBeLessThanOrEqual(duration ?? 0);
        expect(micros.ownMind).toBe((parts?.think ?? 0) + (parts?.talk ?? 0));
      });

      const constraints = results['constraints-over-time'] as ConstraintsOverTimeResult;
      const { attended } = constraints.series.channels;
      expect(attended.reduce((sum, ticks) => sum + ticks, 0)).toBe(constraints.attendedTicks);

      const endings = results['plan-endings'] as PlanEndingsResult;
      const committed = events.filter(({ type }) => type === 'plan.committed').length;
      expect(totalCount(endings.counts) + endings.open).toBe(committed);
      expect(endings.resumed + endings.replanned).toBe(endings.interrupts);

      const row = flattenMetrics(results);
      for (const name of shareColumns) {
        const share = row[name];
        if (share === null) continue;
        expect(share, name).toBeGreaterThanOrEqual(0);
        expect(share, name).toBeLessThanOrEqual(1 + 1e-12);
      }
    }),
    { numRuns: 60 },
  );
});

it('gives results whose size depends on seats and tasks, not on the length of the log', () => {
  // The same episode three times over, later each time: seats, tasks and outcomes recur.
  fc.assert(
    fc.property(log, ({ header, events }) => {
      const whole = events.filter(({ type }) => type !== 'episode.ended');
      const again = [0, 1, 2].flatMap((round) => whole.map((event) => later(event, round, whole)));
      const size = (all: readonly QuorumEvent[]) =>
        JSON.stringify(runFolds(processMetrics, header, all)).length;
      const numbers = JSON.stringify(runFolds(processMetrics, header, whole)).match(/\d+/g)?.length ?? 0;
      // Numbers may grow by some digits, and the series by its cap.
      expect(size(again)).toBeLessThanOrEqual(size(whole) + 20 * numbers + 6 * 32 * 8);
    }),
    { numRuns: 20 },
  );
});

function later(event: QuorumEvent, round: number, whole: readonly QuorumEvent[]): QuorumEvent {
  const last = whole.at(-1);
  const shift = {
    seq: whole.length * round,
    tick: (last?.tick ?? 0) * round,
    time: (last?.time ?? 0) * round,
  };
  return {
    ...event,
    seq: event.seq + shift.seq,
    tick: event.tick + shift.tick,
    time: event.time + shift.time,
    inputs: event.inputs.map((seq) => seq + shift.seq),
  };
}
