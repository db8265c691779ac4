export { processMetrics } from './process-metrics.js';
