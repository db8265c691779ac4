import { expect, it } from 'vitest';
import { opened, said, talkResultOf } from '../testing/talk-events.js';
import { messageCoding } from './message-coding.js';

it('plays the example of its page', () => {
  const log = [opened('a'), opened('b'), said('request', 'a'), said('request', 'b')];
  const result = talkResultOf(messageCoding, log);
  expect(result).toMatchObject({ messages: 2, codes: 2 });
  expect(result).toHaveProperty('entropy', expect.closeTo(0.6931, 4));
  expect(result).toHaveProperty('corrected', expect.closeTo(0.9431, 4));
});

it('tells speech act, task, unknown task, seat and nothing apart, and nothing else', () => {
  const different = [
    said('inform', 'a'),
    said('query', 'a'),
    said('inform', 'b'),
    said('inform', 'never opened'),
    said('inform', null, [1]),
    said('inform', null, [2]),
    said('inform', null, [1, 2]),
  ];
  const same = [
    said('inform', 'a', [2]),
    said('inform', 'nor this'),
    { ...said('inform', null, [1]), text: 'other words' },
  ];
  const log = [opened('a'), opened('b'), ...different];
  expect(talkResultOf(messageCoding, log)).toMatchObject({ messages: 7, codes: 7 });
  expect(talkResultOf(messageCoding, [...log, ...(same as typeof log)])).toMatchObject({
    messages: 10,
    codes: 7,
  });
});

it('has no entropy without messages or without speech acts', () => {
  const none = { messages: 0, codes: 0, entropy: null, corrected: null };
  expect(talkResultOf(messageCoding, [opened('a')])).toEqual(none);
  expect(talkResultOf(messageCoding, [said('text', null)], 'free')).toEqual(none);
});
