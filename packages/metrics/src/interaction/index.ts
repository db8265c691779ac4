export { interactionMetrics } from './interaction-metrics.js';
