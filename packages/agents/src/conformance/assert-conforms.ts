import { formatChecks, type CheckResult } from '@quorum/env/conformance';
import type { Catalog } from '../catalog/catalog.js';
import type { Protocol } from '../contract/protocol.js';
import type { Structure } from '../contract/structure.js';
import type { Topology } from '../contract/topology.js';
import { checkProtocol } from './check-protocol.js';
import { checkStructure, type StructureConformanceOptions } from './check-structure.js';
import { checkTopology } from './check-topology.js';
import type { ProtocolConformanceOptions } from './protocol-subject.js';
import type { TopologyConformanceOptions } from './topology-subject.js';

/**
 * Rejects when a protocol breaks a promise of its contract; for use inside a test.
 *
 * @example it('conforms', () => assertProtocolConforms(myProtocol));
 */
export async function assertProtocolConforms(
  protocol: Protocol,
  options?: ProtocolConformanceOptions,
): Promise<void> {
  complain(protocol.name, await checkProtocol(protocol, options));
}

/** Rejects when a topology breaks a promise of its contract; for use inside a test. */
export async function assertTopologyConforms(
  topology: Topology,
  options?: TopologyConformanceOptions,
): Promise<void> {
  complain(topology.name, await checkTopology(topology, options));
}

/** Rejects when a structure or one of its parts breaks a promise; for use inside a test. */
export async function assertStructureConforms(
  structure: Structure,
  catalog?: Catalog,
  options?: StructureConformanceOptions,
): Promise<void> {
  complain(structure.name, await checkStructure(structure, catalog, options));
}

function complain(name: string, results: readonly CheckResult[]): void {
  const failed = results.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return;
  throw new Error(`${name} does not conform:\n${formatChecks(failed)}`);
}
