import { expect, it } from 'vitest';
import { playOut } from '../testing/play.js';
import { communicationOf, isMute } from './communication.js';

it.each([
  ['none', {}, {}, 'no-comm'],
  ['none', {}, { content: 'withheld' }, 'no-comm'],
  ['none', { sharedObservation: true }, {}, 'shared-observation'],
  ['ring', {}, { content: 'withheld' }, 'silent-matched'],
  ['ring', {}, { content: 'random-sender' }, 'random-sender'],
  ['ring', {}, { content: 'delayed' }, 'delayed'],
  ['ring', {}, { content: 'open' }, 'talk'],
])('topology %s, protocol with %j, channel with %j: %s', (name, options, channel, expected) => {
  const topology = { name, options: {} };
  expect(communicationOf({ topology, protocol: { name: 'p', options }, channel })).toBe(expected);
  expect(isMute({ topology })).toBe(name === 'none');
});

it.each(['no-comm', 'shared-observation'] as const)(
  'with %s seats see what they should',
  async (communication) => {
    const { log } = await playOut({ team: ['random'], communication, structure: 'ring', horizonSeconds: 1 });
    const shown = log.events.find((event) => event.type === 'observation.shown');
    expect(Object.keys(shown?.parts ?? {}).includes('everyone')).toBe(communication === 'shared-observation');
  },
);
