import { runFolds, type Purpose } from '@quorum/events';
import { arbitraryLog } from '@quorum/events/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { AGENT_SECOND_PARTS, agentSeconds, type AgentSecondsResult } from './agent-seconds.js';

const SECOND = 1_000_000;

/** Two seconds of thinking lie before the first tick, as in the example. */
const at = (tick: number) => ({ tick, time: 2 * SECOND + (tick / 60) * SECOND });
const thinks = (seat: number, purpose: Purpose = 'plan'): TinyEvent => ({
  type: 'activation.started',
  tick: 0,
  time: 0,
  seat,
  purpose,
});
const decided = (seat: number, seconds: number): TinyEvent => ({
  type: 'activation.ended',
  tick: 0,
  time: seconds * SECOND,
  seat,
  outcome: 'decided',
  chargeMicros: seconds * SECOND,
});
const does = (
  tick: number,
  seat: number,
  action: { type: string; count?: number; seconds?: number },
): TinyEvent => ({ type: 'action.assigned', ...at(tick), seat, action, task: 'a/west' });
const ends = (tick: number, success = true): TinyEvent => ({
  type: 'attempt.ended',
  ...at(tick),
  task: 'a/west',
  seats: [0, 1],
  success,
  moved: success ? 1 : 0,
});
const begins = (tick: number, ...seats: number[]): TinyEvent => ({
  type: 'attempt.started',
  ...at(tick),
  task: 'a/west',
  required: 2,
  seats,
});
const joins = (tick: number, ...seats: number[]): TinyEvent => ({
  type: 'attempt.changed',
  ...at(tick),
  task: 'a/west',
  seats,
});

const secondsOf = (log: readonly TinyEvent[]) => {
  const { microsBySeat } = resultOf(agentSeconds, log, 2) as AgentSecondsResult;
  return microsBySeat.map((micros) =>
    Object.fromEntries(Object.entries(micros).flatMap(([part, n]) => (n === 0 ? [] : [[part, n / SECOND]]))),
  );
};

const example = (success = true): TinyEvent[] => [
  thinks(0),
  thinks(1),
  decided(0, 1),
  decided(1, 2),
  does(0, 0, { type: 'push' }),
  does(0, 1, { type: 'moveToFace' }),
  begins(0, 0),
  joins(60, 0, 1),
  ends(180, success),
];

it('splits every second, as in the example', () => {
  expect(secondsOf(example())).toEqual([
    { think: 1, wait: 1, underQuorumPush: 1, usefulPush: 2 },
    { think: 2, walk: 1, usefulPush: 2 },
  ]);
  const row = flattenMetrics({ 'agent-seconds': resultOf(agentSeconds, example(), 2) });
  expect(row).toMatchObject({
    'agent-seconds.total': 10,
    'agent-seconds.think': 0.3,
    'agent-seconds.usefulPush': 0.4,
    'agent-seconds.idle': 0,
  });
});

it('calls pushing of no use when the attempt moves nothing', () => {
  expect(secondsOf(example(false))[1]).toEqual({ think: 2, walk: 1, stuckPush: 2 });
  expect(
    secondsOf(
      example()
        .slice(0, -1)
        .concat(does(180, 0, { type: 'push' })),
    )[1],
  ).toMatchObject({
    stuckPush: 2,
  });
});

it('tells waiting for agents, standing still and talking apart', () => {
  const log = [
    thinks(0, 'speak'),
    decided(0, 2),
    does(0, 0, { type: 'rendezvous', count: 2 }),
    does(0, 1, { type: 'wait', seconds: 9 }),
    ends(60),
  ];
  expect(secondsOf([...log.slice(0, -1), begins(60, 0)])).toEqual([
    { talk: 2, wait: 1 },
    { wait: 2, idle: 1 },
  ]);
});

it('asks for more agents when more bodies are pushed ahead', () => {
  const more: TinyEvent = {
    type: 'constraint.changed',
    ...at(120),
    task: 'a/west',
    constraint: 'temporal',
    count: 2,
    required: 3,
    seats: [0, 1],
  };
  expect(secondsOf([...example().slice(0, -1), more, ends(180)])[1]).toEqual({
    think: 2,
    walk: 1,
    usefulPush: 1,
    underQuorumPush: 1,
  });
});

it('has parts that add up to the duration, seat by seat, whatever happens', () => {
  fc.assert(
    fc.property(arbitraryLog(), ({ header, events }) => {
      const result = runFolds([agentSeconds], header, events)['agent-seconds'] as AgentSecondsResult;
      expect(result.durationMicros).toBe(events.at(-1)?.time);
      for (const micros of result.microsBySeat) {
        expect(AGENT_SECOND_PARTS.reduce((sum, part) => sum + micros[part], 0)).toBe(result.durationMicros);
        for (const part of AGENT_SECOND_PARTS) expect(micros[part]).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
