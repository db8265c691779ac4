import type { Action } from '@quorum/events';
import type { Scenario } from '../contract/scenario.js';
import type { Simulation } from '../contract/simulation.js';
import { createRng } from '../rng/create-rng.js';
import { copy } from './json.js';
import type { World } from './play.js';

const DRAWS = 60;

/** Random and proposed actions, one of each type, in order of their names. */
export function oneActionOfEachType(
  scenario: Scenario,
  simulation: Simulation,
  world: World,
  seat = 0,
): readonly Action[] {
  const observation = copy(simulation.observe(seat));
  const proposed = scenario.proposals(copy(observation)).flatMap(({ actions }) => actions);
  const drawn = Array.from({ length: DRAWS }, (_, draw) =>
    scenario.randomAction(copy(observation), createRng(world.seed, 'sample', simulation.tick, seat, draw)),
  );
  const byType = new Map<string, Action>();
  for (const action of [...drawn, ...proposed]) if (!byType.has(action.type)) byType.set(action.type, action);
  return [...byType.values()].sort((a, b) => (a.type < b.type ? -1 : 1));
}

/** Copies of an action, each with one name in it changed to one that does not exist; only legal ones. */
export function spoilTargets(scenario: Scenario, action: Action): readonly Action[] {
  return Object.entries(action).flatMap(([key, value]) => {
    if (key === 'type' || typeof value !== 'string') return [];
    const candidates = [`${value.replace(/\d+/g, '')}999`, 'nothing'];
    return candidates
      .map((name): Action => ({ ...action, [key]: name }))
      .filter((spoiled) => scenario.action.safeParse(spoiled).success);
  });
}
