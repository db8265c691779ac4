import { afterEach, describe, expect, it } from 'vitest';
import { atLeftFace, stage, type Staged, type StagedScene } from './testing.js';

let staged: Staged;
afterEach(() => staged.simulation.free());

const block = { x: 5, y: 5, side: 1, weight: 1 };
const far = { x: 0.5, y: 1.5 };

/** Where a seat is, by its own observation. */
function at(seat: number): { x: number; y: number } {
  return (staged.simulation.observe(seat) as unknown as { self: { x: number; y: number } }).self;
}

function play(
  scene: StagedScene,
  action: { type: string; [key: string]: unknown },
  seconds: number,
): string | undefined {
  staged = stage(scene);
  staged.act(0, action as never);
  staged.run(seconds);
  return staged.outcome(0);
}

describe('move', () => {
  it('walks straight and stops at the distance', () => {
    expect(play({ agents: [far], blocks: [] }, { type: 'move', direction: 'up', meters: 2 }, 2)).toBe(
      'success',
    );
    expect(at(0)).toMatchObject({ x: 0.5 });
    expect(at(0).y).toBeCloseTo(3.5, 1);
  });

  it('is obstructed by a wall', () => {
    expect(play({ agents: [far], blocks: [] }, { type: 'move', direction: 'left', meters: 2 }, 3)).toBe(
      'obstructed',
    );
  });
});

describe('navigate', () => {
  it('goes round blocks to the point', () => {
    const wall = [3, 5, 7].map((y) => ({ x: 5, y, side: 2, weight: 3 }));
    const scene = { agents: [{ x: 1, y: 5 }], blocks: wall };
    expect(play(scene, { type: 'navigate', x: 9, y: 5 }, 12)).toBe('success');
    expect(at(0).x).toBeCloseTo(9, 1);
  });

  it('refuses a point where nobody can stand', () => {
    expect(play({ agents: [far], blocks: [block] }, { type: 'navigate', x: 5, y: 5 }, 0.1)).toBe(
      'invalid_target',
    );
    staged.simulation.free();
    expect(play({ agents: [far], blocks: [] }, { type: 'navigate', x: 14.5, y: 5 }, 0.1)).toBe(
      'invalid_target',
    );
  });

  it('reports no path into a closed yard, and an obstruction where a teammate fills the gap', () => {
    const yard = [
      { x: 6, y: 2, side: 4, weight: 4 },
      { x: 2, y: 6, side: 4, weight: 4 },
    ];
    const scene = { agents: [{ x: 10, y: 10 }], blocks: [...yard, { x: 6, y: 6, side: 4, weight: 4 }] };
    expect(play(scene, { type: 'navigate', x: 1, y: 1 }, 5)).toBe('no_path');
  });

  it('lets two who meet head-on pass', () => {
    staged = stage({
      agents: [
        { x: 2, y: 5 },
        { x: 10, y: 5 },
      ],
      blocks: [],
    });
    staged.act(0, { type: 'navigate', x: 10, y: 5 });
    staged.act(1, { type: 'navigate', x: 2, y: 5 });
    staged.run(10);
    expect([staged.outcome(0), staged.outcome(1)]).toEqual(['success', 'success']);
  });
});

describe('moveToFace', () => {
  it('spreads a team over the push positions', () => {
    const big = { x: 6, y: 6, side: 3, weight: 3 };
    staged = stage({ agents: [1, 3, 5].map((y) => ({ x: 0.5, y })), blocks: [big] });
    for (const seat of [0, 1, 2]) staged.act(seat, { type: 'moveToFace', block: 'b1', face: 'left' });
    staged.run(10);
    expect([0, 1, 2].map((seat) => staged.outcome(seat))).toEqual(['success', 'success', 'success']);
    const seen = staged.simulation.observe(0) as unknown as {
      blocks: { faces: { left: { seats: number[] } } }[];
    };
    expect(seen.blocks[0]?.faces.left.seats).toEqual([0, 1, 2]);
  });

  it('refuses a face against the wall and an unknown block', () => {
    const cornered = { x: 0.5, y: 5, side: 1, weight: 1 };
    const scene = { agents: [{ x: 5, y: 5 }], blocks: [cornered] };
    expect(play(scene, { type: 'moveToFace', block: 'b1', face: 'left' }, 0.1)).toBe('invalid_target');
    staged.simulation.free();
    expect(play(scene, { type: 'moveToFace', block: 'b9', face: 'left' }, 0.1)).toBe('invalid_target');
  });

  it('is obstructed when the face is full', () => {
    const agents = [far, ...atLeftFace(block, 1), { x: 5 - 0.5 - 0.3 - 0.62, y: 5 }];
    expect(play({ agents, blocks: [block] }, { type: 'moveToFace', block: 'b1', face: 'left' }, 0.1)).toBe(
      'obstructed',
    );
  });
});

describe('rendezvous', () => {
  it('starts all at once when enough are there', () => {
    const pair = { x: 5, y: 5, side: 2, weight: 2 };
    staged = stage({ agents: atLeftFace(pair, 2), blocks: [pair] });
    staged.act(0, { type: 'rendezvous', block: 'b1', face: 'left', count: 2, timeout: 5 });
    staged.run(1);
    expect(staged.outcome(0)).toBeUndefined();
    staged.act(1, { type: 'rendezvous', block: 'b1', face: 'left', count: 2, timeout: 5 });
    staged.run(0.1);
    const ends = staged.of('action.ended');
    expect(ends.map(({ outcome }) => outcome)).toEqual(['success', 'success']);
    expect(ends[0]?.tick).toBe(ends[1]?.tick);
  });

  it('times out alone, and fails away from the face', () => {
    const wait = { type: 'rendezvous', block: 'b1', face: 'left', count: 2, timeout: 1 };
    expect(play({ agents: atLeftFace(block, 1), blocks: [block] }, wait, 1.5)).toBe('timeout');
    staged.simulation.free();
    expect(play({ agents: [far], blocks: [block] }, wait, 0.1)).toBe('no_contact');
  });
});

describe('push', () => {
  const push = { type: 'push', block: 'b1', meters: 20 };

  it('moves the block by the distance', () => {
    const scene = { agents: atLeftFace(block, 1), blocks: [block] };
    expect(play(scene, { ...push, meters: 2 }, 4)).toBe('success');
    expect(staged.of('attempt.ended')).toMatchObject([{ task: 'b1/left', success: true, seats: [0] }]);
    expect(staged.of('attempt.ended')[0]?.moved).toBeCloseTo(2, 1);
  });

  it('delivers: the block leaves, its weight scores, its tasks close', () => {
    expect(play({ agents: atLeftFace(block, 1), blocks: [block] }, push, 10)).toBe('success');
    expect(staged.simulation).toMatchObject({ finished: true, score: 1, maxScore: 1 });
    expect(staged.of('score.changed')).toMatchObject([{ points: 1, total: 1, task: 'b1/left', seats: [0] }]);
    expect(
      staged
        .of('task.closed')
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['completed', 'superseded', 'superseded', 'superseded']);
    expect(staged.of('world.bodyRemoved')).toMatchObject([{ body: 'b1' }]);
  });

  it('names why it does not move', () => {
    const heavy = { ...block, weight: 3 };
    expect(play({ agents: atLeftFace(block, 1), blocks: [heavy] }, push, 4)).toBe('insufficient_force');
    staged.simulation.free();
    const ahead = { ...block, x: 6 };
    expect(play({ agents: atLeftFace(block, 1), blocks: [block, ahead] }, push, 4)).toBe(
      'blocked_destination',
    );
    staged.simulation.free();
    const wallSide = { x: 0.5, y: 5, side: 1, weight: 1 };
    expect(play({ agents: [{ x: 1.31, y: 5 }], blocks: [wallSide] }, push, 4)).toBe('blocked_destination');
    staged.simulation.free();
    const other = { x: 3, y: 5, side: 1, weight: 3 };
    expect(play({ agents: [{ x: 2.19, y: 5 }], blocks: [block, other] }, push, 4)).toBe('wrong_block');
    staged.simulation.free();
    expect(play({ agents: [{ x: 2, y: 9 }], blocks: [{ ...block, x: 12 }] }, push, 2)).toBe('no_contact');
    staged.simulation.free();
    expect(play({ agents: [far], blocks: [block] }, { ...push, block: 'b7' }, 0.1)).toBe('invalid_target');
    staged.simulation.free();
    const locked = { agents: atLeftFace(block, 1), blocks: [block], options: { lockedWeights: [1] } };
    expect(play(locked, push, 4)).toBe('missing_capability');
  });

  it('ends as target_gone for those on the way when somebody else delivers', () => {
    const near = { x: 13, y: 5, side: 1, weight: 1 };
    staged = stage({ agents: [...atLeftFace(near, 1), far], blocks: [near] });
    staged.act(0, push);
    staged.act(1, { type: 'moveToFace', block: 'b1', face: 'left' });
    staged.run(3);
    expect([staged.outcome(0), staged.outcome(1)]).toEqual(['success', 'target_gone']);
  });
});

describe('delivery', () => {
  const near = { x: 13, y: 5, side: 1, weight: 1 };
  const push = { type: 'push', block: 'b1', meters: 20 };

  it('is the success of those who pushed along, not of a pusher still on the way', () => {
    staged = stage({ agents: [...atLeftFace(near, 1), { x: 10, y: 5 }], blocks: [near] });
    staged.act(0, push);
    staged.act(1, push);
    staged.run(2);
    expect([staged.outcome(0), staged.outcome(1)]).toEqual(['success', 'target_gone']);
  });

  it('completes the task of the goal face, and credits those who pushed towards the goal', () => {
    staged = stage({ agents: [{ x: 13, y: 5.81 }, ...atLeftFace(near, 1)], blocks: [near] });
    staged.act(0, push);
    staged.act(1, push);
    staged.run(2);
    expect(staged.outcome(0)).toBe('target_gone');
    expect(staged.of('score.changed')).toMatchObject([{ task: 'b1/left', seats: [1] }]);
    const completed = staged.of('task.closed').filter(({ outcome }) => outcome === 'completed');
    expect(completed.map(({ task }) => task)).toEqual(['b1/left']);
  });

  it('credits those who push through another block too', () => {
    const behind = { x: 12, y: 5, side: 1, weight: 1 };
    staged = stage({ agents: [...atLeftFace(behind, 1), { x: 11.19, y: 5.31 }], blocks: [near, behind] });
    staged.act(0, { ...push, block: 'b2' });
    staged.act(1, { ...push, block: 'b2' });
    staged.run(3);
    expect(staged.of('score.changed')[0]).toMatchObject({ task: 'b1/left', seats: [0, 1] });
  });
});

describe('the rest', () => {
  it('yieldBlock backs away from the face', () => {
    const scene = { agents: atLeftFace(block, 1), blocks: [block] };
    expect(play(scene, { type: 'yieldBlock', block: 'b1', meters: 1 }, 3)).toBe('success');
    expect(at(0).x).toBeCloseTo(3.2, 1);
  });

  it('wait and waitAgents take their time', () => {
    staged = stage({ agents: [far, { x: 0.5, y: 3 }], blocks: [] });
    staged.act(0, { type: 'waitAgents', count: 2, timeout: 5 });
    staged.run(1);
    expect(staged.outcome(0)).toBeUndefined();
    staged.act(1, { type: 'waitAgents', count: 2, timeout: 5 });
    staged.run(0.1);
    expect([staged.outcome(0), staged.outcome(1)]).toEqual(['success', 'success']);
    staged.act(0, { type: 'wait', seconds: 1 });
    staged.act(1, { type: 'waitAgents', count: 2, timeout: 1 });
    staged.run(1.1);
    expect([staged.outcome(0), staged.outcome(1)]).toEqual(['success', 'timeout']);
  });

  it('keeps agents out of the goal strip', () => {
    const scene = { agents: [{ x: 12, y: 5 }], blocks: [] };
    expect(play(scene, { type: 'move', direction: 'right', meters: 5 }, 4)).toBe('obstructed');
    expect(at(0).x).toBeLessThanOrEqual(13.71);
  });

  it('replaces an action on assignment and ends what is open at the finish', () => {
    staged = stage({ agents: [far], blocks: [] });
    staged.act(0, { type: 'wait', seconds: 9 });
    staged.run(0.5);
    staged.act(0, { type: 'wait', seconds: 9 });
    expect(staged.outcome(0)).toBe('replaced');
    staged.run(0.5);
    staged.simulation.finish();
    expect(staged.outcome(0)).toBe('episode_ended');
  });
});
