import { expect, it } from 'vitest';
import type { PushObservation } from './observation.js';
import { renderObservation } from './observation-text.js';
import { stage, type StagedScene } from './testing.js';

const SCENE: StagedScene = {
  agents: [
    { x: 2, y: 5 },
    { x: 4.19, y: 5 },
  ],
  blocks: [
    { x: 5, y: 5, side: 1, weight: 1 },
    { x: 8, y: 5, side: 2, weight: 2 },
    { x: 13, y: 13, side: 1, weight: 3 },
  ],
  options: { sightMeters: 8, lockedWeights: [2], keySeats: [0] },
  knows: (_seat, block) => block === 0,
};

function observe(scene: StagedScene): PushObservation {
  const { simulation } = stage(scene);
  const observation = simulation.observe(0) as unknown as PushObservation;
  simulation.free();
  return observation;
}

it('reads like this', () => {
  expect(renderObservation(observe(SCENE))).toMatchInlineSnapshot(`
    "Scenario push-test-v0. Time 0.00 s, 60.00 s left. Score 0, 0 of 3 blocks delivered.
    Arena 15 x 15 m; the goal strip begins at x = 14.
    You are agent 0 in a team of 2, at (2.00, 5.00): radius 0.3 m, force 10 N, speed 1.5 m/s, holding a key. Current action: none. You see 8 m far.
    Teammates: agent 1 at (4.19, 5.00).
    Blocks:
      b1: weight 1 (needs 1 agent), side 1 m, centre (5.00, 5.00), 8.50 m to the goal, way to the goal blocked by b2
        left: no free place, agents there: 1
        right: push from (5.81, 5.00)
        top: push from (5.00, 5.81)
        bottom: push from (5.00, 4.19)
      b2: weight unknown, side 2 m, centre (8.00, 5.00), 5.00 m to the goal, way to the goal clear, locked
        left: push from (6.69, 4.30) (6.69, 5.00) (6.69, 5.70)
        right: push from (9.31, 4.30) (9.31, 5.00) (9.31, 5.70)
        top: push from (7.30, 6.31) (8.00, 6.31) (8.70, 6.31)
        bottom: push from (7.30, 3.69) (8.00, 3.69) (8.70, 3.69)"
  `);
});

it('says when nobody and nothing is in sight', () => {
  const alone = { agents: [{ x: 1, y: 1 }], blocks: [{ x: 9, y: 9, side: 1, weight: 1 }] };
  expect(renderObservation(observe({ ...alone, options: { sightMeters: 1 } }))).toMatchInlineSnapshot(`
    "Scenario push-test-v0. Time 0.00 s, 60.00 s left. Score 0, 0 of 1 blocks delivered.
    Arena 15 x 15 m; the goal strip begins at x = 14.
    You are agent 0 in a team of 1, at (1.00, 1.00): radius 0.3 m, force 10 N, speed 1.5 m/s. Current action: none. You see 1 m far.
    No teammate in sight.
    No block in sight."
  `);
});

type Path = readonly (string | number)[];

/** Paths of all values of an object that hold no others. */
const leaves = (value: unknown, path: Path = []): Path[] =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
    : [path];

const at = (value: unknown, path: Path): unknown =>
  path.reduce((inner, key) => (inner as Record<string, unknown>)[key], value);

/** The observation with another value in one place. */
function changed(observation: PushObservation, path: Path): PushObservation {
  const copy = structuredClone(observation);
  const holder = at(copy, path.slice(0, -1)) as Record<string, unknown>;
  const old = at(copy, path);
  const other = typeof old === 'number' ? old + 1 : typeof old === 'boolean' ? !old : `not ${String(old)}`;
  holder[path.at(-1) ?? ''] = other;
  return copy;
}

it('says all that the JSON says', () => {
  const observation = observe(SCENE);
  const text = renderObservation(observation);
  const unsaid = leaves(observation)
    .filter((path) => renderObservation(changed(observation, path)) === text)
    .map((path) => path.join('.'));
  expect(unsaid).toEqual([]);
});

it('says no number and no name that the JSON does not', () => {
  const observation = observe(SCENE);
  const known = new Set(
    leaves(observation).flatMap((path) => {
      const value = at(observation, path);
      return typeof value === 'number'
        ? [String(value), value.toFixed(1), value.toFixed(2)]
        : (String(value).match(/\d+/g) ?? []);
    }),
  );
  const said = renderObservation(observation).match(/\d+(\.\d+)?/g) ?? [];
  expect(said.filter((number) => !known.has(number))).toEqual([]);
  expect(said.length).toBeGreaterThan(30);
});
