import { afterEach, describe, expect, it } from 'vitest';
import { CONSTRAINTS } from '@quorum/events';
import { atLeftFace, stage, type Staged, type StagedScene } from './testing.js';

const block = { x: 5, y: 5, side: 2, weight: 2 };
const push = { type: 'push', block: 'b1', meters: 5 };
const task = 'b1/left';

let staged: Staged;
afterEach(() => staged.simulation.free());

/** Which constraints of the task are short two samples after everybody has begun. */
function violated(scene: StagedScene, act: (staged: Staged) => void): string[] {
  staged = stage(scene);
  act(staged);
  staged.run(0.25);
  const short = CONSTRAINTS.filter((constraint) => {
    const last = staged
      .of('constraint.changed')
      .findLast((e) => e.task === task && e.constraint === constraint);
    return last !== undefined && last.count < last.required;
  });
  const force = staged.of('constraint.force').findLast((e) => e.task === task)?.forceShare ?? NaN;
  return force < 0.95 ? [...short, 'force'] : short;
}

const both = (staged: Staged): void => {
  staged.act(0, push, task);
  staged.act(1, push, task);
};

describe('constraints come from different sources, so each can fail alone', () => {
  it('none is violated when all is well', () => {
    expect(violated({ agents: atLeftFace(block, 2), blocks: [block] }, both)).toEqual([]);
  });

  it('participation: one pushes along although its plan is another', () => {
    const scene = { agents: atLeftFace(block, 2), blocks: [block] };
    const act = (staged: Staged): void => {
      staged.act(0, push, task);
      staged.act(1, push, 'b1/top');
    };
    expect(violated(scene, act)).toEqual(['participation']);
  });

  it('spatial: one pushes air while a stronger one does the work', () => {
    const [first] = atLeftFace(block, 1);
    const strong = { seat: 0, forceNewtons: 25, radiusMeters: 0.3, speedMetersPerSecond: 1.5 };
    const scene = {
      agents: [first ?? { x: 0, y: 0 }, { x: 2, y: 5 }],
      blocks: [block],
      options: { bodies: [strong] },
    };
    expect(violated(scene, both)).toEqual(['spatial']);
  });

  it('temporal: one stands at the face without pushing', () => {
    const strong = { seat: 0, forceNewtons: 19.5, radiusMeters: 0.3, speedMetersPerSecond: 1.5 };
    const scene = { agents: atLeftFace(block, 2), blocks: [block], options: { bodies: [strong] } };
    const act = (staged: Staged): void => {
      staged.act(0, push, task);
      staged.act(1, { type: 'rendezvous', block: 'b1', face: 'left', count: 3, timeout: 10 }, task);
    };
    expect(violated(scene, act)).toEqual(['temporal']);
  });

  it('dependency: the block is locked and nobody holds a key', () => {
    const scene = { agents: atLeftFace(block, 2), blocks: [block], options: { lockedWeights: [2] } };
    expect(violated(scene, both)).toEqual(['dependency']);
  });

  it('force: both push, one of them with little strength', () => {
    const weak = { seat: 1, forceNewtons: 4, radiusMeters: 0.3, speedMetersPerSecond: 1.5 };
    const scene = { agents: atLeftFace(block, 2), blocks: [block], options: { bodies: [weak] } };
    expect(violated(scene, both)).toEqual(['force']);
  });
});

describe('measurement', () => {
  it('reports the real contact force: w agents that hold still press with w times their force', () => {
    // Rapier reports force x (n+1)/n; this pins the correction.
    staged = stage({ agents: atLeftFace(block, 2), blocks: [{ ...block, weight: 3 }] });
    both(staged);
    staged.run(2);
    const share = staged.of('constraint.force').at(-1)?.forceShare;
    expect(share).toBeCloseTo(20 / 29, 1);
  });

  it('requires the weight of blocks pressed ahead too', () => {
    const ahead = { x: 7, y: 5, side: 2, weight: 1 };
    staged = stage({ agents: atLeftFace(block, 2), blocks: [block, ahead] });
    both(staged);
    staged.run(0.5);
    const required = staged.of('constraint.changed').map((event) => event.required);
    expect(new Set(required.filter((count) => count > 1))).toEqual(new Set([3]));
  });

  it('counts a queue behind the face', () => {
    const narrow = { x: 5, y: 5, side: 1, weight: 2 };
    const [first] = atLeftFace(narrow, 1);
    const front = first ?? { x: 0, y: 0 };
    staged = stage({ agents: [front, { x: front.x - 0.61, y: 5 }], blocks: [narrow] });
    both(staged);
    staged.run(0.2);
    const spatial = staged.of('constraint.changed').findLast(({ constraint }) => constraint === 'spatial');
    expect(spatial?.seats).toEqual([0, 1]);
    staged.run(3);
    expect(staged.outcome(0)).toBeUndefined();
    expect(staged.simulation.observe(0)).toMatchObject({ blocks: [{ id: 'b1' }] });
    expect(staged.of('attempt.ended')).toEqual([]);
  });

  it('opens a lock while a seat with a key pushes', () => {
    const scene = {
      agents: atLeftFace(block, 2),
      blocks: [block],
      options: { lockedWeights: [2], keySeats: [1] },
    };
    expect(violated(scene, both)).toEqual([]);
    staged.run(2);
    expect(staged.outcome(0)).toBeUndefined();
    const moved = staged.simulation.observe(0) as unknown as { blocks: { x: number }[] };
    expect(moved.blocks[0]?.x).toBeGreaterThan(6);
  });

  it('asks for no key once a lock is open', () => {
    staged = stage({
      agents: atLeftFace(block, 2),
      blocks: [block],
      options: { lockedWeights: [2], keySeats: [0] },
    });
    staged.act(0, push, task);
    staged.run(0.2);
    staged.act(0, null);
    staged.act(1, push, task);
    staged.run(0.5);
    const last = staged.of('constraint.changed').findLast(({ constraint }) => constraint === 'dependency');
    expect(last).toMatchObject({ count: 1, required: 1, seats: [] });
  });

  it('logs changes only', () => {
    staged = stage({ agents: atLeftFace(block, 1), blocks: [block] });
    staged.act(0, push, task);
    staged.run(2.5);
    const keys = staged.of('constraint.changed').map((e) => `${e.task} ${e.constraint}`);
    expect(keys.length).toBe(new Set(keys).size);
  });
});
