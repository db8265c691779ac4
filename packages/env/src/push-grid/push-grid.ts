import { z } from 'zod';
import type { Scenario } from '../contract/scenario.js';
import type { SimulationSetup } from '../contract/simulation.js';
import { announce } from '../push/create-push.js';
import { pushLanguage } from '../push/language/push-language.js';
import { pushOptionShape, type PushOptions } from '../push/options.js';
import { checkSeats, pushPlay } from '../push/push-scenario.js';
import type { PushSetup } from '../push/push-simulation.js';
import { seatBodies } from '../push/seat-body.js';
import { startState } from '../push/start-state.js';
import { pushNine } from '../push/variants/nine.js';
import { createRng } from '../rng/create-rng.js';
import { cellOf } from './cell.js';
import { GridSimulation } from './grid-simulation.js';
import type { GridState } from './state.js';

const NAME = 'push-grid-v0';

/** The options of `push` that mean something on cells. */
const gridOptions = z.strictObject({
  sightMeters: pushOptionShape.sightMeters,
  sensingNoiseMeters: pushOptionShape.sensingNoiseMeters,
  lockedWeights: pushOptionShape.lockedWeights,
  keySeats: pushOptionShape.keySeats,
});

function build(setup: SimulationSetup): PushSetup {
  const options: PushOptions = { ...gridOptions.parse(setup.options), bodies: [], actuationNoise: 0 };
  checkSeats(NAME, options, setup.seats);
  const layout = pushNine.layout(createRng(setup.seed, 'layout'), setup.seats);
  return { setup, scenario: NAME, options, layout, knows: () => true };
}

/** The start of a world. */
export function startGrid(from: PushSetup): GridState {
  const { layout } = from;
  return {
    ...startState(from),
    agents: layout.agents.map(cellOf),
    headings: layout.agents.map(() => 'right'),
    moved: layout.agents.map(() => false),
    corners: layout.blocks.map(({ x, y, side }) => ({ x: x - side / 2, y: y - side / 2 })),
  };
}

/**
 * `push-grid-v0`: the world of `push-nine-v0` on cells of one metre, by the published grid rule and without physics.
 * Same seed, same layout; same observations, actions, tasks and points: what differs between the two is what physics
 * adds. One grid step is 40 ticks, the time in which a walker covers a metre.
 */
export const pushGrid: Scenario = {
  ...pushPlay,
  language: pushLanguage('grid'),
  name: NAME,
  summary: 'push-nine on cells by the published grid rule, without physics, maximum score 18',
  seats: pushNine.seats,
  options: gridOptions,
  check: (seats, options) => checkSeats(NAME, { bodies: [], ...gridOptions.parse(options) }, seats),
  horizonSeconds: (seats) => pushNine.horizonSeconds(seats),
  create(setup) {
    const from = build(setup);
    const state = startGrid(from);
    announce(setup.emit, from.layout, state.blocks, seatBodies(setup.seats, from.options));
    return new GridSimulation(from, state);
  },
  restore: ({ json }, setup) =>
    new GridSimulation(build(setup), structuredClone(json) as unknown as GridState),
};
