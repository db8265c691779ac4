import type { CheckResult } from '@quorum/env/conformance';
import type { Topology } from '../contract/topology.js';
import { runChecks } from './check.js';
import { topologyChecks } from './checks/topology-checks.js';
import { TopologySubject, type TopologyConformanceOptions } from './topology-subject.js';

/** Puts a topology through every check of its contract, with teams of several sizes. */
export async function checkTopology(
  topology: Topology,
  options: TopologyConformanceOptions = {},
): Promise<CheckResult[]> {
  return runChecks(topologyChecks, new TopologySubject(topology, options));
}
