import { runFolds } from '@quorum/events';
import { arbitraryLog } from '@quorum/events/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { AGENT_SECOND_PARTS, type AgentSecondsResult } from './agent-seconds.js';
import { BLOCK_CAUSES, type BlockedTimeResult } from './blocked-time.js';
import { processMetrics } from './process-metrics.js';

const shareColumns = processMetrics.flatMap(({ name, columns }) =>
  columns.flatMap((column) => (column.range.startsWith('0 … 1') ? [`${name}.${column.name}`] : [])),
);
const log = arbitraryLog();

it('splits the time of every seat without remainder, keeps shares between 0 and 1, and stays small', () => {
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

      const row = flattenMetrics(results);
      for (const name of shareColumns) {
        const share = row[name];
        if (share === null) continue;
        expect(share, name).toBeGreaterThanOrEqual(0);
        expect(share, name).toBeLessThanOrEqual(1 + 1e-12);
      }
    }),
  );
});
