import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Address } from '../contract/message.js';
import { resolveAddress, type AddressView } from './resolve-address.js';

const places: Readonly<Record<string, { x: number; y: number } | null>> = {
  0: { x: 0, y: 0 },
  1: { x: 3, y: 0 },
  2: { x: 0, y: 4 },
  3: { x: 9, y: 9 },
  4: null,
  block: { x: 0, y: 1 },
  gone: null,
};

function view(changes: Partial<AddressView> = {}): AddressView {
  return {
    from: 0,
    addressees: [1, 2, 4],
    roles: ['leader', 'worker', 'worker', 'worker', 'scout'],
    addressing: 'any',
    position: (of) => places[of] ?? null,
    ...changes,
  };
}

it.each<[string, Address, number[], number[] | null]>([
  ['a list in seat order, each seat once', [2, 1, 2], [1, 2], null],
  ['a list without its unknown seats', [3, 1, 7], [1], [3, 7]],
  ['a list without the sender', [0, 1], [1], null],
  ['nobody but the sender', [0], [], []],
  ['an empty list', [], [], []],
  ['everybody who may be addressed', 'all', [1, 2, 4], null],
  ['a role', { role: 'worker' }, [1, 2], [3]],
  ['a role without the sender', { role: 'leader' }, [], []],
  ['a role that nobody has', { role: 'king' }, [], []],
  ['those near a body, border included', { near: 'block', meters: 3 }, [2], null],
  ['near a body that has left', { near: 'gone', meters: 100 }, [], []],
  ['near a body, nobody without a body', { near: 'block', meters: 100 }, [1, 2], null],
])('reaches %s', (_, address, to, outside) => {
  const refused = outside === null ? [] : [{ to: outside, reason: 'outside_topology' }];
  expect(resolveAddress(address, view())).toEqual({ to, refused });
});

it('refuses a broadcast to nobody, so that it leaves a trace', () => {
  expect(resolveAddress('all', view({ addressees: [] }))).toEqual({
    to: [],
    refused: [{ to: [], reason: 'outside_topology' }],
  });
});

it.each<[AddressView['addressing'], Address, boolean]>([
  ['unicast', [1], true],
  ['unicast', [1, 1], true],
  ['unicast', [1, 2], false],
  ['unicast', [], false],
  ['unicast', 'all', false],
  ['multicast', [1], true],
  ['multicast', [1, 2], true],
  ['multicast', 'all', false],
  ['multicast', { role: 'worker' }, false],
  ['broadcast', 'all', true],
  ['broadcast', [1, 2, 4], false],
  ['broadcast', { near: 'block', meters: 9 }, false],
])('on a %s channel takes %j: %s', (addressing, address, taken) => {
  const { to, refused } = resolveAddress(address, view({ addressing }));
  expect(to.length > 0).toBe(taken);
  expect(refused.map(({ reason }) => reason)).toEqual(taken ? [] : ['addressing']);
});

it('says whom a refused form was for', () => {
  expect(resolveAddress([2, 1], view({ addressing: 'broadcast' })).refused[0]?.to).toEqual([1, 2]);
  expect(resolveAddress('all', view({ addressing: 'unicast' })).refused[0]?.to).toEqual([1, 2, 4]);
});

const seat = fc.nat(6);
const address: fc.Arbitrary<Address> = fc.oneof(
  fc.array(seat),
  fc.constant('all' as const),
  fc.record({ role: fc.constantFrom('leader', 'worker', 'scout', 'king') }),
  fc.record({ near: fc.constantFrom('block', 'gone'), meters: fc.nat(12) }),
);

it('reaches only seats that may be addressed, in order, and never loses a message without a word', () => {
  fc.assert(
    fc.property(
      address,
      fc.uniqueArray(fc.integer({ min: 1, max: 4 })),
      fc.constantFrom<AddressView['addressing']>('any', 'unicast', 'multicast', 'broadcast'),
      (meant, some, addressing) => {
        const addressees = [...some].sort((a, b) => a - b);
        const { to, refused } = resolveAddress(meant, view({ addressees, addressing }));
        expect(to).toEqual([...new Set(to)].sort((a, b) => a - b));
        expect(to.every((each) => addressees.includes(each))).toBe(true);
        expect(to.length + refused.length).toBeGreaterThan(0);
        expect(refused.flatMap((each) => each.to).filter((each) => to.includes(each))).toEqual([]);
      },
    ),
  );
});
