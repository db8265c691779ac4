export { provenanceMetrics } from './provenance-metrics.js';
