export { beliefs, type BeliefsResult } from './beliefs.js';
export { commitments, type CommitmentsResult } from './commitments.js';
export { duplicateEffort, type DuplicateEffortResult } from './duplicate-effort.js';
export { network, type NetworkResult } from './network.js';
export { provenanceMetrics } from './provenance-metrics.js';
export { requests, type RequestsResult } from './requests.js';
