export { beliefs, type BeliefsResult } from './beliefs.js';
export { chains, type ChainsResult } from './chains.js';
export { commitments, type CommitmentsResult } from './commitments.js';
export { duplicateEffort, type DuplicateEffortResult } from './duplicate-effort.js';
export { fiveWs, type FiveWs } from './five-ws.js';
export type { Thirds } from './talk.js';
export {
  FOLLOW_SECONDS,
  followRates,
  type FollowedCounts,
  type FollowRate,
  type FollowRates,
} from './followed.js';
export type { LinkedCounts } from './linked-steps.js';
export { mergeFiveWs } from './merge-five-ws.js';
export { network, type NetworkResult } from './network.js';
export { provenanceMetrics } from './provenance-metrics.js';
export { requests, type RequestsResult } from './requests.js';
export type { Step } from './steps.js';
export type { Trigger } from './triggers.js';
export type { WindowCounts } from './windows.js';
