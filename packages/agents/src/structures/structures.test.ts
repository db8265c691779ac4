import type { QuorumEvent } from '@quorum/events';
import { describe, expect, it } from 'vitest';
import { builtIn } from '../catalog/catalog.js';
import { briefMoves } from '../conformance/move.js';
import { Rehearsal } from '../conformance/rehearsal.js';
import { plainScript } from '../conformance/script.js';
import { playTrial, trialCatalog, trialSpec } from '../conformance/structure-play.js';
import { lookUp } from '../catalog/look-up.js';
import type { Structure } from '../contract/structure.js';
import { createHeader } from '../episode/create-header.js';
import { graphOf } from '../testing/rehearse.js';
import { structures } from './structures.js';

const play = (structure: Structure, seats: number, mode: 'barrier' | 'async') =>
  playTrial(trialSpec(structure, seats, mode), trialCatalog(structure, builtIn));

const messages = (events: readonly QuorumEvent[]) =>
  events.filter(({ type }) => type === 'message.sent').length;

describe('messages of a full round of n seats that use every turn to talk', () => {
  it.each<[string, (seats: number) => number]>([
    ['individual', () => 0],
    ['solo', () => 0],
    ['centralized', (n) => n],
    ['broadcast-chain', (n) => n - 1],
    ['debate', (n) => 2 * n],
    // All they may say in ten seconds; the world stands still meanwhile.
    ['decentralized', (n) => 2 * n],
    ['ring', (n) => n],
    // One directive for each of the two who have subordinates, one reply for each who has a superior.
    ['tree', (n) => 2 + (n - 1)],
    ['blackboard', (n) => n],
    ['range-limited', (n) => 2 * n],
  ])('%s', async (name, expected) => {
    const events = await play(lookUp('structure', name, structures), 4, 'barrier');
    expect(messages(events)).toBe(expected(4));
  });
});

it.each(structures.map((structure) => [structure.name, structure] as const))(
  'an episode of %s goes as its protocol was rehearsed',
  async (_, structure) => {
    const protocol = lookUp('protocol', structure.protocol.name, builtIn.protocols);
    const options = protocol.options.parse(structure.protocol.options ?? {});
    const limit = structure.channel?.['messages'];
    const budget = typeof limit === 'number' ? { messages: limit, windowMicros: 1e12 } : null;
    // Four bodies on the line are within reach of each other.
    const topology = structure.topology.name === 'range' ? 'full' : structure.topology.name;
    const script = { ...plainScript(4, graphOf(topology, 4), options), budget, untilMicros: 60e6 };
    const rehearsed = briefMoves(new Rehearsal(protocol, script).run().moves);

    const events = await play(structure, 4, 'barrier');
    const started = events.flatMap((event) =>
      event.type === 'activation.started' ? [`${event.time / 1e6}s ${event.seat} ${event.purpose}`] : [],
    );
    // Within an instant the log is in seat order.
    expect(started).toEqual(
      rehearsed.map((move) => move.replace(/ (→|for) .*/, '')).toSorted(bySecondAndSeat),
    );
  },
);

function bySecondAndSeat(a: string, b: string): number {
  const [secondA = 0, seatA = 0] = a.split(' ').map((word) => Number.parseFloat(word));
  const [secondB = 0, seatB = 0] = b.split(' ').map((word) => Number.parseFloat(word));
  return secondA - secondB || seatA - seatB;
}

describe('parts that contradict each other are refused at load', () => {
  const refused = (protocol: string, topology: string, channel = {}): string => {
    const structure: Structure = {
      name: 'odd',
      summary: '',
      topology: { name: topology },
      protocol: { name: protocol },
      channel,
    };
    try {
      createHeader(trialSpec(structure, 3, 'barrier'), trialCatalog(structure, builtIn));
      return 'nothing';
    } catch (error) {
      return (error as Error).message.replace(/^protocol: .* contradicts the rest of the structure: /, '');
    }
  };

  it.each<[string, string, object, string]>([
    [
      'hierarchy',
      'full',
      {},
      'it needs a superior for each seat, and topology full names none; star, tree and custom with parents do.',
    ],
    [
      'hierarchy',
      'none',
      {},
      'it needs a superior for each seat, and topology none names none; star, tree and custom with parents do.',
    ],
    [
      'independent',
      'full',
      {},
      'nobody ever speaks in it, so there is no use for topology full; it goes with topology none.',
    ],
    [
      'solo',
      'star',
      {},
      'nobody ever speaks in it, so there is no use for topology star; it goes with topology none.',
    ],
    ['turn-taking', 'range', {}, 'its order holds for the whole episode, but topology range changes.'],
    ['turn-taking', 'schedule', {}, 'its order holds for the whole episode, but topology schedule changes.'],
    ['rounds', 'none', {}, 'its seats speak, but in topology none nobody can address anybody.'],
    ['rounds', 'custom', {}, 'its seats speak, but in topology custom nobody can address anybody.'],
    [
      'free',
      'full',
      {},
      'messages call for messages without end unless the channel limits messages, tokens or bytes.',
    ],
    ['bulletin', 'range', {}, 'it has no place, but in topology range it depends on places who can read it.'],
    ['bulletin', 'full', { rangeMeters: 5 }, 'it has no place, so messages to it cannot have a range.'],
  ])('%s on %s %j', (protocol, topology, channel, reason) => {
    expect(refused(protocol, topology, channel)).toBe(reason);
  });

  it.each([
    ['hierarchy', 'star', {}],
    ['turn-taking', 'tree', {}],
    ['turn-taking', 'small-world', {}],
    ['rounds', 'nearest', { rangeMeters: 5 }],
    ['rounds', 'schedule', {}],
    ['free', 'rewire', { tokens: 100 }],
    ['free', 'star', { bytes: 1000 }],
    ['bulletin', 'chain', {}],
  ])('but not %s on %s %j', (protocol, topology, channel) => {
    expect(refused(protocol, topology, channel)).toBe('nothing');
  });
});
