import { DEFAULT_MODEL, parseMember, type Catalog } from '@quorum/agents';
import { QuorumError } from '@quorum/events';
import { parseModelName } from '../models/providers.js';
import type { Cell } from './cells.js';
import { suiteError, type SuiteProblem } from './suite-problem.js';
import type { SuiteSource } from './suite-source.js';

/** Things that have a name, and how a list calls them. */
interface Kind {
  readonly noun: string;
  readonly known: readonly { readonly name: string }[];
}

/**
 * Checks that every scenario, agent, structure, topology, protocol and clock profile of the cells exists, and that
 * models are named as some provider's.
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
    const checkModel = (model: string | null | undefined, field: string): void => {
      const message = modelProblem(model ?? DEFAULT_MODEL);
      const path = places[field] ?? [field];
      if (message !== null) problems.set(`${path.join('.')} ${model ?? ''}`, { path, message });
    };
    for (const { agent, model } of [...new Set(spec.team)].map(parseMember)) {
      check({ noun: 'agent', known: catalog.agents }, agent, 'team');
      checkModel(model, 'team');
    }
    checkModel(spec.model, 'model');
    check({ noun: 'structure', known: catalog.structures }, spec.structure, 'structure');
    check({ noun: 'topology', known: catalog.topologies }, spec.topology?.name, 'topology');
    check({ noun: 'protocol', known: catalog.protocols }, spec.protocol?.name, 'protocol');
    check({ noun: 'fault', known: catalog.faults }, spec.fault?.name, 'fault');
    check({ noun: 'healing policy', known: catalog.healers }, spec.healing?.name, 'healing');
    check({ noun: 'repair policy', known: catalog.repairs }, spec.repair?.name, 'repair');
    check({ noun: 'clock profile', known: catalog.clockProfiles }, spec.clock.profile, 'clock.profile');
  }
  if (problems.size === 0) return;
  throw suiteError(source, [...problems.values()], {
    code: 'UNKNOWN_NAME',
    fix: 'use one of the known names; `quorum list` describes them.',
  });
}

/** What is wrong with the name of a model; null for a good one. Whether its provider has it shows when it is asked. */
function modelProblem(model: string): string | null {
  if (model === DEFAULT_MODEL) return null;
  try {
    parseModelName(model);
    return null;
  } catch (error) {
    if (!QuorumError.isInstance(error)) throw error;
    return `${error.message} ${error.fix ?? ''}`.replace(/\.$/, '');
  }
}
