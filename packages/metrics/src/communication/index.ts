export { communicationMetrics } from './communication-metrics.js';
