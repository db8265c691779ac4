import { QuorumError } from '@quorum/events';
import type { Scenario } from './contract/scenario.js';
import { pushGrid } from './push-grid/push-grid.js';
import { createPushScenario } from './push/push-scenario.js';
import { pushCube } from './push/variants/cube.js';
import { pushNine } from './push/variants/nine.js';
import { pushPrivate } from './push/variants/private.js';

/** All scenarios, in the order lists show them. */
export const scenarios: readonly Scenario[] = [
  createPushScenario(pushNine),
  createPushScenario(pushPrivate),
  createPushScenario(pushCube),
  pushGrid,
];

/** The scenario of that name; `UNKNOWN_NAME` lists the known ones. */
export function findScenario(name: string): Scenario {
  const scenario = scenarios.find((known) => known.name === name);
  if (scenario) return scenario;
  throw new QuorumError('UNKNOWN_NAME', `There is no scenario "${name}".`, {
    fix: `Known scenarios: ${scenarios.map((known) => known.name).join(', ')}.`,
  });
}
