export { communicationMetrics } from './communication-metrics.js';
export { poolDependence, type Dependence, type EpisodeDependence } from './dependence.js';
