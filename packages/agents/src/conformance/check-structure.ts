import type { CheckResult } from '@quorum/env/conformance';
import { builtIn, type Catalog } from '../catalog/catalog.js';
import type { Structure } from '../contract/structure.js';
import { runChecks } from './check.js';
import { checkProtocol } from './check-protocol.js';
import { checkTopology } from './check-topology.js';
import { playChecks, structureChecks } from './checks/structure-checks.js';
import { StructureSubject, type StructureConformanceOptions } from './structure-subject.js';

export type { StructureConformanceOptions } from './structure-subject.js';

/**
 * Puts a structure through every check: of its bundle, of its topology and protocol as it uses them (their checks are
 * called `topology.…` and `protocol.…`), and in short episodes. What cannot be put together is not tried further.
 *
 * @param catalog where its parts are looked up; the structure itself need not be in it
 */
export async function checkStructure(
  structure: Structure,
  catalog: Catalog = builtIn,
  options: StructureConformanceOptions = {},
): Promise<CheckResult[]> {
  const subject = new StructureSubject(structure, catalog, options);
  const bundle = await runChecks(structureChecks, subject);
  if (bundle.some(({ status }) => status === 'failed')) return bundle;

  const topology = subject.topology();
  const protocol = subject.protocol();
  const teamSizes = subject.fitting();
  return [
    ...bundle,
    ...prefix('topology', await checkTopology(topology.part, { options: topology.options, teamSizes })),
    ...prefix(
      'protocol',
      await checkProtocol(protocol.part, {
        options: protocol.options,
        topology: topology.part,
        topologyOptions: topology.options,
        channel: subject.channel(),
        teamSizes,
      }),
    ),
    ...(await runChecks(playChecks, subject)),
  ];
}

function prefix(part: string, results: readonly CheckResult[]): CheckResult[] {
  return results.map((result) => ({ ...result, name: `${part}.${result.name}` }));
}
