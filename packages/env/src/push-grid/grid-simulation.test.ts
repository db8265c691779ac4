import { expect, it } from 'vitest';
import { taskOf } from '../push/faces.js';
import { DrawnWorld } from './testing/play-drawing.js';

const push = (block: string, meters: number) => ({ type: 'push', block, meters }) as const;

it('walks a metre in 40 ticks and logs its way', () => {
  const world = new DrawnWorld('0 . . . #');
  world.assign(0, { type: 'navigate', x: 3.2, y: 0.9 });
  expect(world.untilEnded(0)).toEqual({ outcome: 'success', tick: 121 });
  expect(world.place(0)).toEqual([3.5, 0.5]);
  expect(world.events('action.path').map(({ path }) => path)).toEqual([
    [
      [1.5, 0.5],
      [2.5, 0.5],
      [3.5, 0.5],
    ],
  ]);
});

it('delivers a block that enters the goal strip: points by weight, sibling tasks superseded', () => {
  const world = new DrawnWorld(`
    0 A A . #
    1 A A . #`);
  for (const seat of [0, 1]) world.assign(seat, push('b1', 5), 'b1/left');
  expect(world.untilEnded(0)).toEqual({ outcome: 'success', tick: 81 });
  expect(world.untilEnded(1).outcome).toBe('success');
  expect(world.events('score.changed')).toMatchObject([
    { task: 'b1/left', points: 2, total: 2, max: 2, seats: [0, 1], tick: 80 },
  ]);
  const outcomes = world.events('task.closed').map(({ task, outcome }) => [task, outcome]);
  expect(Object.fromEntries(outcomes)).toEqual({
    'b1/left': 'completed',
    'b1/right': 'superseded',
    'b1/top': 'superseded',
    'b1/bottom': 'superseded',
  });
  expect(world.simulation.finished).toBe(true);
  expect(world.events('attempt.ended')).toMatchObject([
    { task: 'b1/left', seats: [0, 1], success: true, moved: 2 },
  ]);
  expect([world.place(0), world.place(1)]).toEqual([
    [2.5, 1.5],
    [2.5, 0.5],
  ]);
});

it('pushes whole cells, at least one', () => {
  for (const [meters, cells] of [
    [0.2, 1],
    [1.4, 1],
    [1.5, 2],
    [2, 2],
  ] as const) {
    const world = new DrawnWorld('0 A . . . #');
    world.assign(0, push('b1', meters));
    expect(world.untilEnded(0).outcome).toBe('success');
    expect(world.place(0)).toEqual([0.5 + cells, 0.5]);
  }
});

it.each([
  ['insufficient_force', '0 A . . #', { A: 2 }],
  ['blocked_destination', '0 A B . #', {}],
  ['blocked_destination', '0 A 1 . #', {}],
] as const)('gives up with %s at %s', (outcome, drawing, weights) => {
  const world = new DrawnWorld(drawing, weights);
  world.assign(0, push('b1', 1));
  expect(world.untilEnded(0)).toEqual({ outcome, tick: 182 });
});

it('says when it presses nothing or the wrong block', () => {
  const away = new DrawnWorld('0 1 . A . #');
  away.assign(0, push('b1', 1));
  expect(away.untilEnded(0).outcome).toBe('no_contact');
  const other = new DrawnWorld('0 A . B . #', { A: 5 });
  other.assign(0, push('b2', 1));
  expect(other.untilEnded(0).outcome).toBe('wrong_block');
});

it('needs a key for a locked block, and one key is enough for good', () => {
  const locked = new DrawnWorld('0 A . . #', {}, { lockedWeights: [1], keySeats: [] });
  locked.assign(0, push('b1', 1));
  expect(locked.untilEnded(0).outcome).toBe('missing_capability');
  const opened = new DrawnWorld('0 A . . #', {}, { lockedWeights: [1], keySeats: [0] });
  opened.assign(0, push('b1', 1));
  expect(opened.untilEnded(0).outcome).toBe('success');
});

it('moves to the nearest free place of a face, then to the row behind', () => {
  const world = new DrawnWorld(`
    0 . . A .
    1 . . . .`);
  for (const seat of [0, 1]) world.assign(seat, { type: 'moveToFace', block: 'b1', face: 'left' });
  expect(world.untilEnded(0).outcome).toBe('success');
  expect(world.untilEnded(1).outcome).toBe('success');
  expect([world.place(0), world.place(1)]).toEqual([
    [2.5, 1.5],
    [1.5, 1.5],
  ]);
});

it('fills a face from its middle, so that those who come later find the ends open', () => {
  const world = new DrawnWorld(`
    0 . . . A A A
    . . . . A A A
    1 . . . A A A`);
  for (const seat of [0, 1]) world.assign(seat, { type: 'moveToFace', block: 'b1', face: 'left' });
  for (const seat of [0, 1]) expect(world.untilEnded(seat).outcome).toBe('success');
  expect([world.place(0), world.place(1)]).toEqual([
    [3.5, 1.5],
    [3.5, 0.5],
  ]);
});

it('follows somebody who walks ahead instead of turning away, and walks round somebody who stands', () => {
  const followed = new DrawnWorld(`
    . . . . . .
    0 1 . . . .`);
  followed.assign(1, { type: 'navigate', x: 5.5, y: 0.5 });
  followed.step(40);
  followed.assign(0, { type: 'navigate', x: 4.5, y: 0.5 });
  expect(followed.untilEnded(0)).toEqual({ outcome: 'success', tick: 201 });
  const ways = followed.events('action.path').filter(({ seat }) => seat === 0);
  expect(ways.map(({ path }) => path)).toEqual([[1, 2, 3, 4].map((x) => [x + 0.5, 0.5])]);
  const stood = new DrawnWorld(`
    . . . .
    0 1 . .`);
  stood.assign(0, { type: 'navigate', x: 2.5, y: 0.5 });
  expect(stood.untilEnded(0)).toEqual({ outcome: 'success', tick: 161 });
});

it('calls a face that nobody can stand at an invalid target, and one that is full obstructed', () => {
  const wall = new DrawnWorld('0 . A');
  wall.assign(0, { type: 'moveToFace', block: 'b1', face: 'right' });
  expect(wall.untilEnded(0)).toEqual({ outcome: 'invalid_target', tick: 1 });
  const full = new DrawnWorld('0 1 2 A .');
  full.assign(0, { type: 'moveToFace', block: 'b1', face: 'left' });
  expect(full.untilEnded(0)).toEqual({ outcome: 'obstructed', tick: 1 });
});

it('meets at a face and pushes together: the second in line counts', () => {
  const world = new DrawnWorld('. . 0 1 A . #', { A: 2 });
  world.assign(1, { type: 'rendezvous', block: 'b1', face: 'left', count: 2, timeout: 10 });
  world.step(10);
  expect(world.recorder.isBusy(1)).toBe(true);
  world.assign(0, { type: 'rendezvous', block: 'b1', face: 'left', count: 2, timeout: 10 });
  expect(world.untilEnded(0)).toEqual({ outcome: 'success', tick: 11 });
  expect(world.untilEnded(1)).toEqual({ outcome: 'success', tick: 11 });
  for (const seat of [0, 1]) world.assign(seat, push('b1', 1), taskOf('b1', 'left'));
  expect(world.untilEnded(0).outcome).toBe('success');
  const temporal = world.events('constraint.changed').filter(({ constraint }) => constraint === 'temporal');
  expect(temporal.at(0)).toMatchObject({ task: 'b1/left', count: 2, required: 2, seats: [0, 1] });
  expect(world.events('constraint.force')).toEqual([]);
});

it('counts the weight of blocks pressed ahead as required', () => {
  const world = new DrawnWorld('0 A B . #', { A: 1, B: 2 });
  world.assign(0, push('b1', 1), 'b1/left');
  world.step(6);
  expect(world.events('attempt.started')).toMatchObject([{ task: 'b1/left', required: 3, seats: [0] }]);
  const spatial = world.events('constraint.changed').find(({ constraint }) => constraint === 'spatial');
  expect(spatial).toMatchObject({ count: 1, required: 3 });
});

it('ends with no path where none leads, and is obstructed by an agent who stays', () => {
  const shut = new DrawnWorld('0 A . #', { A: 2 });
  shut.assign(0, { type: 'navigate', x: 2.5, y: 0.5 });
  expect(shut.untilEnded(0)).toEqual({ outcome: 'no_path', tick: 1 });
  const stood = new DrawnWorld('0 1 . #');
  stood.assign(0, { type: 'navigate', x: 2.5, y: 0.5 });
  expect(stood.untilEnded(0).outcome).toBe('obstructed');
  const moved = new DrawnWorld('0 1 . #');
  moved.assign(0, { type: 'move', direction: 'right', meters: 1 });
  expect(moved.untilEnded(0).outcome).toBe('obstructed');
});

it('backs away from a block as far as asked or as the arena allows', () => {
  const world = new DrawnWorld('. . . 0 A .');
  world.assign(0, { type: 'yieldBlock', block: 'b1', meters: 2 });
  expect(world.untilEnded(0).outcome).toBe('success');
  expect(world.place(0)).toEqual([1.5, 0.5]);
  world.assign(0, { type: 'yieldBlock', block: 'b1', meters: 50 });
  expect(world.untilEnded(0).outcome).toBe('success');
  expect(world.place(0)).toEqual([0.5, 0.5]);
});
