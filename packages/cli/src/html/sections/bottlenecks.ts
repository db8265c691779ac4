import { CONSTRAINTS } from '@quorum/events';
import { BLOCK_CAUSES, type BlockedTimeResult, type ConstraintsOverTimeResult } from '@quorum/metrics';
import type { MakeSection } from '../section.js';
import { stackedFigures } from '../stacked-figures.js';

const CAUSES = {
  ownMind: 'own thoughts',
  otherMinds: 'thoughts of others',
  understaffed: 'too few agents',
  obstructed: 'obstacle',
  unplanned: 'no plan',
} as const;

/** Which constraint was missing while tasks were attended, and what blocked agents. */
export const bottlenecks: MakeSection = async ({ kinds }) => ({
  id: 'bottlenecks',
  title: 'Bottlenecks',
  lead: 'Above: of the time in which a task was attended and could not be done, the share in which each constraint was the first that was missing (metric constraints-over-time). Below: what blocked agents, by time (metric blocked-time).',
  body: [
    ...(await stackedFigures(kinds, {
      title: 'share of bottleneck time',
      parts: CONSTRAINTS,
      nameOf: (constraint) => constraint,
      read: (metrics) =>
        (metrics['constraints-over-time'] as ConstraintsOverTimeResult | undefined)?.bottleneckTicks,
    })),
    ...(await stackedFigures(kinds, {
      title: 'share of blocked time',
      parts: BLOCK_CAUSES,
      nameOf: (cause) => CAUSES[cause],
      read: (metrics) => (metrics['blocked-time'] as BlockedTimeResult | undefined)?.micros,
    })),
  ],
});
