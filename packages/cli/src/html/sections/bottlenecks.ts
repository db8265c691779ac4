import { CONSTRAINTS } from '@quorum/events';
import { BLOCK_CAUSES, type BlockedTimeResult, type ConstraintsOverTimeResult } from '@quorum/metrics';
import { html } from '../markup.js';
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
  lead: 'Which constraint was the first that was missing while a task was attended and could not be done (metric constraints-over-time), and what blocked agents (metric blocked-time), by time.',
  body: [
    html`<h3>First constraint missing</h3>`,
    ...(await stackedFigures(kinds, {
      title: 'share of bottleneck time',
      parts: CONSTRAINTS,
      nameOf: (constraint) => constraint,
      read: (metrics) =>
        (metrics['constraints-over-time'] as ConstraintsOverTimeResult | undefined)?.bottleneckTicks,
    })),
    html`<h3>What blocked agents</h3>`,
    ...(await stackedFigures(kinds, {
      title: 'share of blocked time',
      parts: BLOCK_CAUSES,
      nameOf: (cause) => CAUSES[cause],
      read: (metrics) => (metrics['blocked-time'] as BlockedTimeResult | undefined)?.micros,
    })),
  ],
});
