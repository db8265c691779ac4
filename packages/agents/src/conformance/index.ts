/**
 * The conformance kit for structures: what every protocol, topology and bundle of them promises, as checks that anybody
 * can run.
 * @module
 */
export { formatChecks, type CheckResult } from '@quorum/env/conformance';
export {
  assertProtocolConforms,
  assertStructureConforms,
  assertTopologyConforms,
} from './assert-conforms.js';
export { checkProtocol } from './check-protocol.js';
export { checkStructure, type StructureConformanceOptions } from './check-structure.js';
export { checkTopology } from './check-topology.js';
export { briefMoves, countMessages, type Move } from './move.js';
export type { ProtocolConformanceOptions } from './protocol-subject.js';
export { Rehearsal } from './rehearsal.js';
export { plainScript, type Script } from './script.js';
export type { TopologyConformanceOptions } from './topology-subject.js';
