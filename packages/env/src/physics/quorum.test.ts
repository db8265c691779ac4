import { describe, expect, it } from 'vitest';
import { AGENT_FORCE_NEWTONS, AGENT_RADIUS_METERS, AGENT_SPEED } from './constants.js';
import { motorForce } from './motor.js';
import { PhysicsWorld } from './physics-world.js';
import { direction } from './trig.js';

/** Where a team pushes to: friction must be the same whichever way. */
const HEADINGS = {
  right: { x: 1, y: 0 },
  up: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  down: { x: 0, y: -1 },
} as const;
type Heading = keyof typeof HEADINGS;

interface Scene {
  /** Weights of blocks in line along the heading; side = weight, metres, unless given. */
  readonly weights: readonly number[];
  readonly agents: number;
  readonly heading?: Heading;
  readonly side?: number;
  /** Agents per row behind the face; the rest stand behind the first row. */
  readonly perRow?: number;
  /** Back off and run in again every second. */
  readonly ram?: boolean;
  /** Direction of pushing, radians from straight. */
  readonly askew?: number;
}

const GAP = 0.02;

/** Pushes along the heading and returns the distances (m) of the first block after each second. */
function push(scene: Scene, seconds: number): number[] {
  const world = PhysicsWorld.create();
  const to = HEADINGS[scene.heading ?? 'right'];
  /** World coordinates of a place `along` the heading and `across` it. */
  const place = (along: number, across: number) => ({
    x: along * to.x - across * to.y,
    y: along * to.y + across * to.x,
  });
  const along = (body: number): number => (world.x[body] ?? NaN) * to.x + (world.y[body] ?? NaN) * to.y;
  let front = 0;
  const blocks = scene.weights.map((weight) => {
    const side = scene.side ?? weight;
    const index = world.addBlock({ ...place(front + side / 2, 0), width: side, height: side, weight });
    front += side + GAP;
    return index;
  });
  const side = scene.side ?? scene.weights[0] ?? 1;
  const perRow = scene.perRow ?? Math.max(1, Math.floor(side / (2 * AGENT_RADIUS_METERS)));
  const agents = Array.from({ length: scene.agents }, (_, i) => {
    const row = Math.floor(i / perRow);
    const inRow = Math.min(perRow, scene.agents - row * perRow);
    const span = side - 2 * AGENT_RADIUS_METERS;
    const across = inRow === 1 ? 0 : -span / 2 + ((i % perRow) * span) / (inRow - 1);
    const behind = -AGENT_RADIUS_METERS - GAP - row * 2 * AGENT_RADIUS_METERS;
    return world.addAgent({ ...place(behind, across), radius: AGENT_RADIUS_METERS });
  });
  const turn = direction(scene.askew ?? 0);
  const ahead = place(turn.x, turn.y);
  const first = blocks[0] ?? 0;
  const start = along(first);
  const moved: number[] = [];
  const force = { x: 0, y: 0 };
  for (let tick = 1; tick <= seconds * 60; tick++) {
    const back = scene.ram === true && tick % 60 >= 40;
    const foremost = Math.max(...agents.map(along));
    for (const agent of agents) {
      // Like the push controller: full force only within reach of what is pushed, walking up to it before.
      const reach = foremost - along(agent);
      const gap = along(first) - side / 2 - AGENT_RADIUS_METERS - along(agent);
      const near = gap < 0.03 || (perRow < scene.agents && reach > AGENT_RADIUS_METERS);
      const command = {
        directionX: back ? -ahead.x : ahead.x,
        directionY: back ? -ahead.y : ahead.y,
        speed: AGENT_SPEED,
        press: !back && near,
      };
      const motor = { vx: world.vx[agent] ?? 0, vy: world.vy[agent] ?? 0, maxNewtons: AGENT_FORCE_NEWTONS };
      motorForce(command, motor, force);
      world.drive(agent, force.x, force.y);
    }
    world.step(false);
    if (tick % 60 === 0) moved.push(along(first) - start);
  }
  world.free();
  return moved;
}

const distance = (scene: Scene, seconds: number): number => push(scene, seconds).at(-1) ?? NaN;

/** Metres per second over the last half of a push. */
function steadySpeed(scene: Scene, seconds: number): number {
  const moved = push(scene, seconds);
  const half = moved[moved.length / 2 - 1] ?? NaN;
  return ((moved.at(-1) ?? NaN) - half) / (seconds / 2);
}

describe('quorum is force balance', () => {
  // Large teams take longest to simulate: they push along one axis each way only.
  const cases = [2, 3, 4, 6, 10, 20].flatMap((weight) =>
    (Object.keys(HEADINGS) as Heading[])
      .filter((heading) => weight < 10 || (weight === 10 ? /left|right/ : /up|down/).test(heading))
      .map((heading) => [weight, heading] as const),
  );

  it.each(cases)('weight %i does not yield to one agent less in 60 s, pushing %s', (weight, heading) => {
    const limit = Math.max(0.05, 0.005 * weight);
    expect(distance({ weights: [weight], agents: weight - 1, heading }, 60)).toBeLessThanOrEqual(limit);
  });

  it.each(cases)('weight %i does not yield to one agent less that rams it, pushing %s', (weight, heading) => {
    const limit = Math.max(0.05, 0.005 * weight);
    const rammed = distance({ weights: [weight], agents: weight - 1, heading, ram: true }, 60);
    expect(rammed).toBeLessThanOrEqual(limit);
  });

  it.each([1, 2, 3, 4, 6])('weight %i goes at three quarters of walking speed at exact quorum', (weight) => {
    for (const heading of ['right', 'up'] as const) {
      const speed = steadySpeed({ weights: [weight], agents: weight, heading }, 20);
      expect(speed).toBeGreaterThanOrEqual(0.75 * AGENT_SPEED);
    }
  });

  it.each([10, 20])('weight %i moves at exact quorum', (weight) => {
    expect(distance({ weights: [weight], agents: weight }, 20)).toBeGreaterThan(5);
  });

  it.each([[[1, 1]], [[1, 2]], [[2, 2]], [[1, 1, 1]], [[3, 1, 2]], [[1, 1, 1, 1]]])(
    'blocks in line %j need the sum of their weights',
    (line) => {
      const quorum = line.reduce((a, b) => a + b);
      expect(distance({ weights: line, agents: quorum - 1, side: 2 }, 60)).toBeLessThanOrEqual(0.15);
      expect(distance({ weights: line, agents: quorum, side: 2 }, 20)).toBeGreaterThan(5);
    },
  );

  it('counts a second row through the first', () => {
    const rows = { weights: [4], side: 1.4, perRow: 2 };
    expect(distance({ ...rows, agents: 3 }, 60)).toBeLessThanOrEqual(0.05);
    expect(distance({ ...rows, agents: 4 }, 20)).toBeGreaterThan(5);
  });

  it('loses force to pushing askew', () => {
    const straight = distance({ weights: [3], agents: 3 }, 10);
    const askew = distance({ weights: [3], agents: 3, askew: 0.5 }, 10);
    const oneMore = distance({ weights: [3], agents: 4, askew: 0.5 }, 2);
    expect(straight).toBeGreaterThan(5);
    // cos 0.5 of three agents is 2.63 units against 2.9 of friction; of four it is 3.5.
    expect(askew).toBeLessThan(0.05);
    expect(oneMore).toBeGreaterThan(0.15);
  });
});
