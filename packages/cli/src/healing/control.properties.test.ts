import { createRng } from '@quorum/env';
import type { Finding, GraphState } from '@quorum/metrics';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchedTo, seatsWoken } from './control.js';
import { annotate } from './policies/annotate.js';
import { create } from './policies/create.js';
import { noOp } from './policies/no-op.js';
import { randomNudge } from './policies/random-nudge.js';
import { reroute } from './policies/reroute.js';
import type { Policy, Sickbed } from './policy.js';

const REQUEST = 7;

/** Findings about a request that some seats were shown, in a team where some have plans. */
const sickbed: fc.Arbitrary<Sickbed> = fc
  .integer({ min: 1, max: 6 })
  .chain((seats) =>
    fc.record({
      seats: fc.constant(seats),
      from: fc.nat(seats - 1),
      concerned: fc.subarray([...Array(seats).keys()]),
      shown: fc.subarray([...Array(seats).keys()]),
      plans: fc.array(fc.constantFrom('a', null), { minLength: seats, maxLength: seats }),
      open: fc.subarray(['a', 'b', 'c']),
      isAboutRequest: fc.boolean(),
      seed: fc.nat(),
    }),
  )
  .map(({ seats, from, concerned, shown, plans, open, isAboutRequest, seed }): Sickbed => {
    const finding: Finding = {
      ...{ id: 'orphan-1', tick: 60, time: 1_000_000, rule: 'orphan', severity: 'failure' },
      ...{ seats: concerned, task: null, evidence: isAboutRequest ? [2, REQUEST] : [2], sentence: 'Lost.' },
    };
    const graph = {
      tasks: new Map(open.map((id) => [id, { id, open: true, work: true }])),
      seats: plans.map((task) => ({ plan: { task } })),
      events: new Map([[REQUEST, { receipts: shown.map((seat) => ({ seat, fate: 'consumed' })) }]]),
    } as unknown as GraphState;
    const request = {
      id: REQUEST,
      from,
      kind: 'request',
      text: '',
      task: null,
      claims: [],
      work: true,
      sent: 0,
    };
    const requests = new Map([[REQUEST, request]]) as unknown as Sickbed['requests'];
    return { finding, graph, seats, requests, rng: createRng(seed, 'test') };
  });

it.each<Policy & { readonly name: 'annotate' | 'reroute' | 'create' }>([
  { ...annotate, name: 'annotate' },
  { ...reroute, name: 'reroute' },
  { ...create, name: 'create' },
])('wakes whom $name would about any finding; a nudge, as many', (policy) => {
  fc.assert(
    fc.property(sickbed, (bed) => {
      const woken = seatsWoken(policy.treat(bed));
      const nothing = matchedTo(policy.name, noOp).treat(bed);
      const nudges = matchedTo(policy.name, randomNudge).treat(bed);
      expect(seatsWoken(nothing)).toEqual(woken);
      expect(seatsWoken(nudges)).toHaveLength(woken.length);
      expect([...nothing, ...nudges].every(({ kind }) => kind === 'wake')).toBe(true);
      expect(nudges.every(({ note }) => note !== bed.finding.sentence)).toBe(true);
      // Nobody is nudged twice where no more than the team are woken.
      if (woken.length <= bed.seats) expect(new Set(seatsWoken(nudges)).size).toBe(woken.length);
    }),
  );
});
