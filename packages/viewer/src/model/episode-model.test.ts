import { describe, expect, it } from 'vitest';
import { tinyModel, type TinyEvent } from '../testing/tiny-model.js';
import { bubblesAt, pathAt, planAt, ringAt, scoreAt, stageAt } from './at-time.js';
import { breaksOf } from './breaks.js';

const SECOND = 60;
const stage = (tick: number, seat: number, name: 'R' | 'W' | 'X'): TinyEvent => ({
  type: 'activation.stage',
  ...{ tick, seat, stage: name },
});
const opened = (task: string, body = task): TinyEvent => ({
  type: 'task.opened',
  ...{ tick: 0, task, body, required: 2, value: 3 },
});
const over: TinyEvent = {
  type: 'episode.ended',
  ...{ tick: 10 * SECOND, status: 'horizon', score: 3, maxScore: 9, digest: '' },
};

describe('lanes', () => {
  const model = tinyModel([
    stage(0, 0, 'R'),
    { type: 'plan.committed', tick: 60, seat: 0, task: 'a', actions: [{ type: 'go' }], observation: 0 },
    stage(60, 0, 'X'),
    {
      type: 'action.path',
      tick: 61,
      seat: 0,
      path: [
        [0, 0],
        [1, 2],
      ],
    },
    { type: 'action.ended', tick: 120, seat: 0, action: 'go', outcome: 'no_path' },
    { type: 'plan.ended', tick: 120, seat: 0, status: 'failed', outcome: 'no_path', done: 0, inputs: [4, 1] },
    { type: 'plan.committed', tick: 180, seat: 0, task: null, actions: [], observation: 0 },
    { type: 'activation.stage', tick: 180, seat: 7, stage: 'X' },
    over,
  ]);

  it('hold stages, plans and ways, closed at the end', () => {
    expect(model.lanes[0]).toEqual({
      seat: 0,
      stages: [
        { stage: 'R', from: 0, to: 1e6 },
        { stage: 'X', from: 1e6, to: 10e6 },
      ],
      plans: [
        {
          seq: 1,
          task: 'a',
          actions: 1,
          observation: 0,
          from: 1e6,
          to: 2e6,
          status: 'failed',
          outcome: 'no_path',
          ends: [],
        },
        {
          seq: 6,
          task: null,
          actions: 0,
          observation: 0,
          from: 3e6,
          to: 10e6,
          status: 'running',
          outcome: null,
          ends: [],
        },
      ],
      paths: [
        {
          points: [
            [0, 0],
            [1, 2],
          ],
          from: 1_016_666,
          to: 2e6,
        },
      ],
    });
    expect(model.lanes[1]).toEqual({ seat: 1, stages: [], plans: [], paths: [] });
  });

  it('say what was so at a moment', () => {
    expect([0.5e6, 1e6, 1.5e6, 2e6, 3e6].map((at) => planAt(model, 0, at)?.seq ?? null)).toEqual([
      null,
      1,
      1,
      null,
      6,
    ]);
    expect([0, 1e6, 9e6].map((at) => stageAt(model, 0, at)?.stage)).toEqual(['R', 'X', 'X']);
    expect([1e6, 1.5e6, 2e6].map((at) => pathAt(model, 0, at).length)).toEqual([0, 2, 0]);
    expect([stageAt(model, 1, 0), planAt(model, 9, 0), pathAt(model, 9, 0)]).toEqual([null, null, []]);
  });

  it('break where a plan fails', () => {
    expect(breaksOf(model)).toEqual([
      { time: 2e6, seq: 5, text: 'agent 0: plan for a failed: no way leads there' },
    ]);
  });
});

describe('talk', () => {
  const sent = (tick: number, text: string): TinyEvent => ({
    type: 'message.sent',
    ...{ tick, seat: 0, to: [1, 2], kind: 'inform', text, task: null, claims: [], work: false, tokens: 3 },
  });
  const model = tinyModel(
    [
      sent(0, 'one'),
      { type: 'message.delivered', tick: 60, seat: 1, from: 0, copy: 1, inputs: [0] },
      { type: 'message.lost', tick: 60, seat: 2, from: 0, reason: 'loss', inputs: [0] },
      sent(120, ''),
      sent(180, 'x'.repeat(99)),
    ],
    3,
  );

  it('knows where each message arrived, and where it was lost', () => {
    expect(model.talk.bySeq.get(0)?.arrivals).toEqual([
      { seat: 1, time: 1e6, lost: null },
      { seat: 2, time: 1e6, lost: 'loss' },
    ]);
    expect(model.talk.messages.map(({ seq, arrivals }) => [seq, arrivals.length])).toEqual([
      [0, 2],
      [3, 0],
      [4, 0],
    ]);
  });

  it('shows the last words of a seat until they fade', () => {
    expect(bubblesAt(model, 0)).toEqual([{ seq: 0, seat: 0, text: 'one', strength: 1 }]);
    expect(bubblesAt(model, 2.5e6)).toEqual([{ seq: 3, seat: 0, text: 'inform', strength: 1 }]);
    expect(bubblesAt(model, 3e6).map(({ text }) => text)).toEqual([`${'x'.repeat(89)}…`]);
    expect(bubblesAt(model, 7e6).map(({ strength }) => strength)).toEqual([expect.closeTo(0.4)]);
    expect([bubblesAt(model, -1), bubblesAt(model, 8.1e6)]).toEqual([[], []]);
  });
});

describe('tasks', () => {
  const model = tinyModel([
    opened('a/west', 'a'),
    opened('a/east', 'a'),
    {
      type: 'constraint.changed',
      tick: 60,
      task: 'a/west',
      constraint: 'temporal',
      count: 1,
      required: 2,
      seats: [0],
    },
    { type: 'constraint.force', tick: 60, task: 'a/west', forceShare: 0.5 },
    { type: 'constraint.force', tick: 90, task: 'a/east', forceShare: 0.25 },
    { type: 'constraint.force', tick: 120, task: 'a/west', forceShare: 0 },
    { type: 'score.changed', tick: 180, task: 'a/east', points: 3, total: 3, max: 9, seats: [0, 1] },
    { type: 'task.closed', tick: 180, task: 'a/east', outcome: 'completed' },
    { type: 'task.closed', tick: 180, task: 'unknown', outcome: 'completed' },
  ]);

  it('hold constraints, outcome and points', () => {
    const west = model.tasks.byId.get('a/west');
    expect(west?.constraints.temporal).toEqual([{ time: 1e6, count: 1, required: 2 }]);
    expect([west?.closedAt, west?.outcome]).toEqual([null, null]);
    expect(model.tasks.byId.get('a/east')).toMatchObject({ closedAt: 3e6, outcome: 'completed', value: 3 });
    expect(model.tasks.byId.size).toBe(2);
    expect([0, 3e6].map((at) => scoreAt(model, at))).toEqual([
      { points: 0, max: null },
      { points: 3, max: 9 },
    ]);
  });

  it('fill the ring of a body by the task that is pushed most', () => {
    expect([0, 1e6, 1.6e6, 2e6, 3e6].map((at) => ringAt(model, 'a', at))).toEqual([
      null,
      0.5,
      0.5,
      0.25,
      null,
    ]);
    expect(ringAt(model, 'unknown', 1e6)).toBeNull();
  });
});

it('breaks at faults and findings, in order of time', () => {
  const model = tinyModel([
    opened('a'),
    opened('b'),
    { type: 'action.assigned', tick: 0, seat: 0, action: { type: 'push' }, task: 'a' },
    { type: 'fault.injected', tick: 120, seat: 1, fault: 'silence', task: null, note: 'says nothing' },
    { type: 'intervention.applied', tick: 130, source: 'test', kind: 'note', note: 'seen' },
    { type: 'repair.checked', tick: 140, outcome: 'passed', failures: [], advice: [] },
  ]);
  expect(breaksOf(model)).toEqual([{ time: 2e6, seq: 3, text: 'agent 1: silence: says nothing' }]);
  expect(model.marks.map(({ kind }) => kind)).toEqual(['fault', 'intervention']);
  const finding = {
    id: 'orphan-1',
    tick: 60,
    time: 1e6,
    rule: 'orphan',
    severity: 'failure',
    seats: [0],
    task: null,
    evidence: [0, 2],
    sentence: 'Nobody answered.',
  } as const;
  const found = { ...model, findings: [finding, { ...finding, severity: 'warning' as const }] };
  expect(breaksOf(found).map(({ seq, text }) => [seq, text])).toEqual([
    [2, 'Nobody answered.'],
    [3, 'agent 1: silence: says nothing'],
  ]);
});
