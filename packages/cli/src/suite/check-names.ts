import type { Catalog } from '@quorum/agents';
import type { Cell } from './cells.js';
import { suiteError, type SuiteProblem } from './suite-problem.js';
import type { FieldPath, SuiteSource } from './suite-source.js';

/** Things that have a name, and how a list calls them. */
interface Kind {
  readonly noun: string;
  readonly known: readonly { readonly name: string }[];
}

/**
 * Checks that every scenario, agent, structure and clock profile of the cells exists.
 * @throws QuorumError `UNKNOWN_NAME` with the place of each wrong name and the known ones
 */
export function checkNames(cells: readonly Cell[], catalog: Catalog, source: SuiteSource): void {
  const problems = new Map<string, SuiteProblem>();
  const check = (kind: Kind, name: string, path: FieldPath): void => {
    if (kind.known.some((entry) => entry.name === name)) return;
    const known = kind.known.map((entry) => entry.name).join(', ');
    const message = `unknown ${kind.noun} "${name}"; known: ${known}`;
    problems.set(`${path.join('.')} ${name}`, { path, message });
  };
  for (const { spec, places } of cells) {
    check({ noun: 'scenario', known: catalog.scenarios }, spec.scenario, places.scenario);
    for (const agent of spec.team) check({ noun: 'agent', known: catalog.agents }, agent, places.team);
    check({ noun: 'structure', known: catalog.structures }, spec.structure, places.structure);
    check({ noun: 'clock profile', known: catalog.clockProfiles }, spec.clock.profile, places.clockProfile);
  }
  if (problems.size === 0) return;
  throw suiteError(source, [...problems.values()], {
    code: 'UNKNOWN_NAME',
    fix: 'use one of the known names; `quorum list` describes them.',
  });
}
