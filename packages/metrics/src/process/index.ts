export { processMetrics } from './process-metrics.js';
export {
  AGENT_SECOND_PARTS,
  agentSeconds,
  type AgentMicros,
  type AgentSecondPart,
  type AgentSecondsResult,
} from './agent-seconds.js';
