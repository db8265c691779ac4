import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { bodyEvents } from '../testing/body-events.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { agentSeconds, type AgentSecondsResult } from './agent-seconds.js';

const { thinks, decides, does, begins, joins, ends, over, pushersNeeded } = bodyEvents(2);

/** Seconds by seat, zeros left out. */
function secondsOf(log: readonly TinyEvent[]) {
  const { microsBySeat } = resultOf(agentSeconds, log, 2) as AgentSecondsResult;
  return microsBySeat.map((micros) =>
    Object.fromEntries(
      Object.entries(micros)
        .filter(([, n]) => n > 0)
        .map(([part, n]) => [part, n / 1_000_000]),
    ),
  );
}

const together: TinyEvent[] = [
  thinks(0),
  thinks(1),
  decides(0, -1),
  decides(1),
  does(0, 0, 'push'),
  does(0, 1, 'moveToFace'),
  begins(0, 0),
  joins(1, 0, 1),
];

it('splits every second, as in the example', () => {
  const log = [...together, ends(3, true)];
  expect(secondsOf(log)).toEqual([
    { think: 1, wait: 1, underQuorumPush: 1, usefulPush: 2 },
    { think: 2, walk: 1, usefulPush: 2 },
  ]);
  expect(flattenMetrics({ 'agent-seconds': resultOf(agentSeconds, log, 2) })).toMatchObject({
    'agent-seconds.total': 10,
    'agent-seconds.think': 0.3,
    'agent-seconds.wait': 0.1,
    'agent-seconds.usefulPush': 0.4,
    'agent-seconds.idle': 0,
  });
});

it('calls pushing of no use as long as the attempt has not moved anything', () => {
  const withoutUse = { think: 2, walk: 1, stuckPush: 2 };
  expect(secondsOf([...together, ends(3, false)])[1]).toEqual(withoutUse);
  expect(secondsOf([...together, over(3)])[1]).toEqual(withoutUse);
});

it('remembers the pushing of seats that leave before the attempt succeeds', () => {
  expect(secondsOf([...together, joins(2, 0), ends(3, true)])[0]).toMatchObject({
    underQuorumPush: 2,
    usefulPush: 1,
  });
  expect(secondsOf([...together, joins(2, 0), ends(3, true)])[1]).toMatchObject({ usefulPush: 1, walk: 2 });
});

it('asks for more agents when more bodies are pushed ahead', () => {
  const log = [...together, pushersNeeded(2, 3), ends(3, true)];
  expect(secondsOf(log)[1]).toEqual({ think: 2, walk: 1, usefulPush: 1, underQuorumPush: 1 });
});

it('tells talking, waiting for agents and standing still apart', () => {
  const log = [
    thinks(0, 'speak'),
    decides(0),
    does(0, 0, 'rendezvous', { count: 2, timeout: 9 }),
    does(0, 1, 'wait', { seconds: 9 }),
    over(1),
  ];
  expect(secondsOf(log)).toEqual([
    { talk: 2, wait: 1 },
    { wait: 2, idle: 1 },
  ]);
});

it('lets the body go before the mind where the world does not wait', () => {
  const { thinks, decides, does, over } = bodyEvents(0);
  const log = [
    does(0, 0, 'navigate'),
    thinks(0, 'interrupt', 1),
    decides(0, 2),
    thinks(1, 'plan', 2),
    over(3),
  ];
  expect(secondsOf(log)).toEqual([{ walk: 3 }, { idle: 2, think: 1 }]);
});

it('goes by stages where a log has no activations', () => {
  const stage = (stage: 'R' | 'W', time: number): TinyEvent => ({
    type: 'activation.stage',
    tick: 0,
    time: time * 1_000_000,
    seat: 0,
    stage,
  });
  expect(secondsOf([stage('R', 0), stage('W', 2), over(1)])).toMatchObject([{ think: 2, idle: 1 }, {}]);
});

it('does not take a seat in R for thinking while it waits for its turn', () => {
  const begin = (seat: number): TinyEvent => ({
    type: 'activation.stage',
    tick: 0,
    time: 0,
    seat,
    stage: 'R',
  });
  expect(secondsOf([begin(0), begin(1), thinks(0, 'speak'), decides(0)])).toEqual([{ talk: 2 }, { wait: 2 }]);
});
