export { publishedMetrics } from './published-metrics.js';
