export { interactionMetrics } from './interaction-metrics.js';
export { failures, type FailuresResult } from './failures.js';
export { interaction, type InteractionResult } from './interaction.js';
export { agentView, type AgentEdge, type AgentNode, type AgentView } from './graph/agent-view.js';
export { criticalPath, type CriticalPath } from './graph/critical-path.js';
export type {
  ActivationNode,
  EdgeLabel,
  EventKind,
  EventNode,
  GraphEdge,
  GraphNode,
  InteractionGraph,
} from './graph/graph.js';
export type { GraphState } from './graph/graph-state.js';
export { interactionGraph } from './graph/interaction-graph.js';
export { createDetection, type Detection } from './detectors/create-detection.js';
export type { AnyDetector, Detected, Detector } from './detectors/detector.js';
export { detectors } from './detectors/detectors.js';
export { RULES, type Finding, type Rule, type Severity } from './detectors/finding.js';
export { defaultThresholds, type Thresholds } from './detectors/thresholds.js';
