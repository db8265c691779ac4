import { AGENT_SECOND_NAMES, AGENT_SECOND_PARTS, type AgentSecondsResult } from '@quorum/metrics';
import type { MakeSection } from '../section.js';
import { stackedFigures } from '../stacked-figures.js';

/** Where the agents' virtual seconds went, one bar a condition. */
export const agentSeconds: MakeSection = async ({ kinds }) => ({
  id: 'agent-seconds',
  title: 'Where the time went',
  lead: 'Virtual seconds of all agents by what they did (metric agent-seconds). Thinking and waiting stand still; pushing with too few agents moves nothing.',
  body: await stackedFigures(kinds, {
    title: 'share of agent-seconds',
    parts: AGENT_SECOND_PARTS,
    nameOf: (part) => AGENT_SECOND_NAMES[part],
    read: (metrics) => (metrics['agent-seconds'] as AgentSecondsResult | undefined)?.micros,
  }),
});
