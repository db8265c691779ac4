import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryLog } from '../testing/arbitrary-log.js';
import { smallHeader } from '../testing/small-log.js';
import { createEventLog, type TextEventLog } from './create-event-log.js';

const newLog = (pieces: string[] = []): TextEventLog =>
  createEventLog(smallHeader, (piece) => {
    pieces.push(piece);
  });

const stage = { type: 'activation.stage', inputs: [], seat: 0, stage: 'R' } as const;

it('writes envelope, payload and digest in one fixed order', () => {
  const pieces: string[] = [];
  const log = newLog(pieces);
  log.append({ stage: 'W', seat: 3, inputs: [], type: 'activation.stage' }, 7, 116_666);
  log.append({ inputs: [0], type: 'world.hash', state: 'ab' }, 60, 1_000_000);
  log.flush();
  const [, first, second] = pieces.join('').split('\n');
  expect(first).toBe(
    '{"seq":0,"tick":7,"time":116666,"type":"activation.stage","inputs":[],"stage":"W","seat":3}',
  );
  expect(second?.replace(/[0-9a-f]{64}/, 'HEX')).toBe(
    '{"seq":1,"tick":60,"time":1000000,"type":"world.hash","inputs":[0],"state":"ab","digest":"HEX"}',
  );
});

it('writes the whole header, with the parts that most episodes lack', () => {
  const part = { name: 'x', options: { a: 1 } };
  const header = { ...smallHeader, fault: part, healing: part, repair: part };
  let text = '';
  createEventLog(header, (piece) => (text += piece)).flush();
  expect(JSON.parse(text)).toEqual(header);
  expect(text).toMatch(/"limits":.*"fault":.*"healing":.*"repair":.*"versions":/);
  const pieces: string[] = [];
  newLog(pieces).flush();
  expect(JSON.parse(pieces.join(''))).toEqual(smallHeader);
});

it('takes each digest over all bytes of the file before its first digit', () => {
  fc.assert(
    fc.property(arbitraryLog({ maxMoves: 20 }), ({ text, events }) => {
      for (const event of events) {
        if (!('digest' in event)) continue;
        const before = text.slice(0, text.indexOf(event.digest));
        expect(event.digest).toBe(createHash('sha256').update(before).digest('hex'));
      }
    }),
  );
});

it('hands everything on by itself at the end and collects before', () => {
  const pieces: string[] = [];
  const log = newLog(pieces);
  for (let i = 0; i < 100; i++) log.append(stage, i, i);
  expect([pieces.length, log.length, log.ended]).toEqual([0, 100, false]);
  log.append({ type: 'episode.ended', inputs: [], status: 'stopped', score: 0, maxScore: 1 }, 100, 100);
  expect([pieces.join('').split('\n').length, log.ended]).toEqual([103, true]);
});

it('refuses what the reader would refuse, and goes on unharmed', () => {
  const log = newLog();
  log.append(stage, 5, 50);
  expect(() => log.append(stage, 4, 60)).toThrow('Event 1 (activation.stage): tick goes back.');
  expect(() => log.append(stage, 6, 40)).toThrow('time goes back');
  expect(() => log.append(stage, NaN, 60)).toThrow('tick goes back');
  expect(() => log.append({ ...stage, inputs: [1] }, 6, 60)).toThrow('input 1 is not an earlier event');
  expect(() => log.append({ ...stage, inputs: [-1] }, 6, 60)).toThrow('input -1 is not an earlier event');
  expect(log.append({ ...stage, inputs: [0] }, 5, 50).seq).toBe(1);
  log.append({ type: 'episode.ended', inputs: [], status: 'stopped', score: 0, maxScore: 1 }, 6, 60);
  expect(() => log.append(stage, 7, 70)).toThrow('the episode has ended');
});
