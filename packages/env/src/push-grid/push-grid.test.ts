import { expect, it } from 'vitest';
import { playWorld } from '../conformance/play.js';
import { Recorder } from '../conformance/recorder.js';
import type { Scenario } from '../contract/scenario.js';
import { createPushScenario } from '../push/push-scenario.js';
import { pushNine } from '../push/variants/nine.js';
import { pushGrid } from './push-grid.js';

const physical = createPushScenario(pushNine);

function start(scenario: Scenario, seed: number) {
  const recorder = new Recorder();
  const options = scenario.options.parse({});
  const simulation = scenario.create({ seed, seats: 3, horizonTicks: 3600, options, emit: recorder.emit });
  const observations = [0, 1, 2].map((seat) => simulation.observe(seat));
  simulation.free();
  return { events: recorder.events, observations };
}

/** The shape of a value: its keys, and one element of each list. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shape(value[0])];
  if (value === null || typeof value !== 'object') return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shape(part)]));
}

it('starts in the same world as push-nine, with the same tasks and values', () => {
  for (const seed of [1, 2, 3]) {
    expect(start(pushGrid, seed).events).toEqual(start(physical, seed).events);
  }
});

it('shows observations of the same shape, so that the same agents play both', () => {
  const grid = start(pushGrid, 4).observations;
  const nine = start(physical, 4).observations;
  for (const [seat, observation] of grid.entries()) {
    expect(shape(observation)).toEqual(shape(nine[seat]));
    const tasks = (scenario: Scenario, seen: typeof observation) =>
      scenario
        .proposals(seen)
        .map(({ task, requiredAgents, actions }) => ({ task, requiredAgents, actions }));
    const byTask = (a: { task: string }, b: { task: string }) => (a.task < b.task ? -1 : 1);
    expect(tasks(pushGrid, observation).sort(byTask)).toEqual(tasks(physical, nine[seat] ?? {}).sort(byTask));
  }
});

it('offers the middles of the cells next to a face as places to push from', () => {
  const [observation] = start(pushGrid, 1).observations;
  const { blocks } = observation as unknown as {
    blocks: { side: number; x: number; faces: { left: { positions: [number, number][] } } }[];
  };
  for (const { side, x, faces } of blocks) {
    expect(faces.left.positions).toHaveLength(side);
    for (const [px, py] of faces.left.positions) {
      expect(px).toBe(x - side / 2 - 0.5);
      expect(py % 1).toBe(0.5);
    }
  }
});

it('lets a team that follows its proposals deliver blocks of every weight', () => {
  const options = pushGrid.options.parse({});
  const delivered = [1, 2].flatMap((seed) => {
    const world = { seed, seats: 3, options, horizonTicks: 3600 };
    return playWorld(pushGrid, world, 'cooperative', 3600).events;
  });
  const points = delivered.flatMap((event) => (event.type === 'score.changed' ? [event.points] : []));
  expect([...new Set(points)].sort()).toEqual([1, 2, 3]);
});

it('refuses options that mean nothing on cells', () => {
  expect(pushGrid.options.safeParse({ actuationNoise: 0.1 }).success).toBe(false);
  expect(pushGrid.options.safeParse({ sightMeters: 3, keySeats: [1], lockedWeights: [2] }).success).toBe(
    true,
  );
});
