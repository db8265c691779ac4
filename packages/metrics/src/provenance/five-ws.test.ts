import { runFolds } from '@quorum/events';
import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { because, decides, reaches, says, sees, wakes } from '../testing/linked-events.js';
import { resultOf, tinyHeader, tinyLog, type TinyEvent } from '../testing/tiny-log.js';
import { chains } from './chains.js';
import { fiveWs, type FiveWs } from './five-ws.js';

const later = (tick: number, event: TinyEvent): TinyEvent => ({ ...event, tick });

/** Seat 0 asks, seat 1 agrees. The horizon of tiny logs is 600 ticks. */
const log: readonly TinyEvent[] = [
  wakes(0, 'speak'),
  because(decides(0), 0),
  because(says(0, 'request', 'a', [1]), 1),
  because(reaches(1, 0), 2),
  wakes(1, 'speak'),
  because(sees(1), 4, 3),
  later(250, because(decides(1), 4)),
  later(250, because(says(1, 'accept', 'a', [0]), 6)),
];
const why = { interrupt: 0, reply: 0, repair: 0, observation: 0 };

it('plays the example of its page', () => {
  const result = resultOf(fiveWs, log, 2) as FiveWs;
  expect(result).toMatchObject({
    episodes: 1,
    messages: 2,
    who: [
      [0, 1],
      [1, 0],
    ],
    what: { request: { a: 1 }, accept: { a: 1 } },
    when: { request: [1, 0, 0], accept: [0, 1, 0] },
    why: { request: { ...why, observation: 1 }, accept: { ...why, reply: 1 } },
  });
  expect(flattenMetrics({ 'five-ws': result })).toMatchObject({
    'five-ws.first': 1,
    'five-ws.second': 1,
    'five-ws.last': 0,
    'five-ws.reply': 1,
    'five-ws.observation': 1,
    'five-ws.interrupt': 0,
  });
});

it('says what followed as chains do', () => {
  const { followed } = resultOf(fiveWs, log, 2) as FiveWs;
  expect(resultOf(chains, log, 2)).toMatchObject(followed);
  expect(followed.linked.delivered).toBe(1);
});

it('takes the purpose of a call for why it speaks, before what it was shown', () => {
  const interrupted = [...log.slice(0, 4), wakes(1, 'interrupt'), ...log.slice(5)];
  expect(resultOf(fiveWs, interrupted, 2)).toMatchObject({ why: { accept: { ...why, interrupt: 1 } } });
});

it('tells thirds by the limit that is nearer, and messages of no task', () => {
  const header = { ...tinyHeader(2), deadlineMicros: 30_000_000 };
  const said = [0, 199, 200, 399, 400, 600].map((tick) => later(tick, says(0, 'text', null)));
  const byTicks = runFolds([fiveWs], tinyHeader(2), tinyLog(said))['five-ws'];
  expect(byTicks).toMatchObject({ when: { text: [2, 2, 2] }, what: { text: { '(none)': 6 } } });
  const thinking = { ...says(0, 'text', null), time: 15_000_000 };
  expect(runFolds([fiveWs], header, tinyLog([thinking]))['five-ws']).toMatchObject({
    when: { text: [0, 1, 0] },
  });
});
