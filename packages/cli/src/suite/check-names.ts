import { parseMember, type Catalog } from '@quorum/agents';
import type { Cell } from './cells.js';
import { suiteError, type SuiteProblem } from './suite-problem.js';
import type { SuiteSource } from './suite-source.js';

/** Things that have a name, and how a list calls them. */
interface Kind {
  readonly noun: string;
  readonly known: readonly { readonly name: string }[];
}

/**
 * Checks that every scenario, agent, structure, topology, protocol and clock profile of the cells exists.
 * @throws QuorumError `UNKNOWN_NAME` with the place of each wrong name and the known ones
 */
export function checkNames(cells: readonly Cell[], catalog: Catalog, source: SuiteSource): void {
  const problems = new Map<string, SuiteProblem>();
  for (const { spec, places } of cells) {
    const check = ({ noun, known }: Kind, name: string | undefined, field: string): void => {
      const path = places[field] ?? [field];
      if (name === undefined || known.some((entry) => entry.name === name)) return;
      const names = known.map((entry) => entry.name).join(', ');
      const message = `unknown ${noun} "${name}"; known: ${names}`;
      problems.set(`${path.join('.')} ${name}`, { path, message });
    };
    check({ noun: 'scenario', known: catalog.scenarios }, spec.scenario, 'scenario');
    for (const member of spec.team) {
      check({ noun: 'agent', known: catalog.agents }, parseMember(member).agent, 'team');
    }
    check({ noun: 'structure', known: catalog.structures }, spec.structure, 'structure');
    check({ noun: 'topology', known: catalog.topologies }, spec.topology?.name, 'topology');
    check({ noun: 'protocol', known: catalog.protocols }, spec.protocol?.name, 'protocol');
    check({ noun: 'clock profile', known: catalog.clockProfiles }, spec.clock.profile, 'clock.profile');
  }
  if (problems.size === 0) return;
  throw suiteError(source, [...problems.values()], {
    code: 'UNKNOWN_NAME',
    fix: 'use one of the known names; `quorum list` describes them.',
  });
}
