import fc from 'fast-check';
import type { QuorumEvent } from '@quorum/events';
import { describe, expect, it } from 'vitest';
import { findScenario, scenarios } from '../registry.js';
import { isWorldEvent, resimulate } from './resimulate.js';
import { central, greedy, random, record } from './testing.js';

const policies = { random, greedy, central };

describe.each(scenarios)('$name', (scenario) => {
  it.each(Object.entries(policies))('a log of a %s team verifies', (_, policy) => {
    for (const seed of [1, 2]) {
      const { header, events } = record(scenario, policy, { seed, seats: 3, ticks: 400 });
      expect(events.filter(({ type }) => type === 'action.ended').length).toBeGreaterThan(2);
      expect(resimulate(header, events)).toBeNull();
    }
  });

  it('so does one whose options are not the defaults', () => {
    const options = { sightMeters: 4, sensingNoiseMeters: 0.2, lockedWeights: [1], keySeats: [1] };
    const { header, events } = record(scenario, random, { seed: 3, seats: 2, ticks: 300, options });
    expect(resimulate(header, events)).toBeNull();
  });
});

/** A log in which something of every kind happens: deliveries, locks, attempts, forces, failures. */
const eventful = record(findScenario('push-nine-v0'), central, {
  ...{ seed: 1, seats: 3, ticks: 900 },
  options: { keySeats: [0], lockedWeights: [1] },
});
const { header } = eventful;
const world = eventful.events.filter(({ type }) => isWorldEvent(type));
const types = [...new Set(world.map(({ type }) => type))];

/** The log with one event changed, dropped (null) or with others put before it. */
const edit = (seq: number, change: (event: QuorumEvent) => readonly QuorumEvent[]): readonly QuorumEvent[] =>
  eventful.events.flatMap((event) => (event.seq === seq ? change(event) : [event]));

/** Another value of the same type, or nothing for what has none. */
function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return `${value}x`;
  if (Array.isArray(value)) return [...(value as unknown[]), 0];
  if (value === null) return 'x';
  return { ...(value as object), extra: 1 };
}

const fieldsOf = (event: QuorumEvent): string[] =>
  Object.keys(event).filter((key) => !['seq', 'time', 'type', 'digest'].includes(key));

const withField = (event: QuorumEvent, field: string, value: unknown): QuorumEvent => ({
  ...event,
  [field]: value,
});

it('is eventful indeed', () => {
  expect(resimulate(header, eventful.events)).toBeNull();
  expect(types.sort()).toEqual([
    'action.assigned',
    'action.ended',
    'action.path',
    'attempt.changed',
    'attempt.ended',
    'attempt.started',
    'capability.changed',
    'constraint.changed',
    'constraint.force',
    'score.changed',
    'task.closed',
    'task.opened',
    'world.bodyAdded',
    'world.bodyRemoved',
    'world.hash',
    'world.layout',
  ]);
});

describe('an edited event is found where it stands', () => {
  const reported = types.filter((type) => type !== 'action.assigned');

  it.each(reported)('every field of %s', (type) => {
    const event = world.find((candidate) => candidate.type === type);
    if (!event) throw new Error(type);
    for (const field of fieldsOf(event)) {
      const value = otherThan(event[field as never]);
      const found = resimulate(
        header,
        edit(event.seq, () => [withField(event, field, value)]),
      );
      expect(found, field).toMatchObject({ seq: event.seq, tick: event.tick });
      expect(found?.logged === found?.simulated).toBe(field === 'tick');
    }
  });

  it('wherever it stands, in any field', () => {
    const events = fc.constantFrom(...world.filter(({ type }) => type !== 'action.assigned'));
    fc.assert(
      fc.property(events, fc.nat(), (event, number) => {
        const fields = fieldsOf(event);
        const field = fields[number % fields.length] ?? '';
        const value = otherThan(event[field as never]);
        const found = resimulate(
          header,
          edit(event.seq, () => [withField(event, field, value)]),
        );
        expect(found).toMatchObject({ seq: event.seq, tick: event.tick });
      }),
      { numRuns: 25 },
    );
  });

  it('a dropped one at the event that follows, an added one at itself', () => {
    for (const type of reported) {
      const event = world.find((candidate) => candidate.type === type);
      if (!event) throw new Error(type);
      const next = world[world.indexOf(event) + 1];
      expect(
        resimulate(
          header,
          edit(event.seq, () => []),
        ),
      ).toMatchObject({ seq: next?.seq });
      const twice = resimulate(
        header,
        edit(event.seq, () => [{ ...event, seq: -7 }, event]),
      );
      expect(twice?.seq).toBe(event.seq);
    }
  });
});

describe('an edited input is found by what follows from it', () => {
  const assignments = world.filter((event) => event.type === 'action.assigned');
  const middle = assignments[Math.floor(assignments.length / 2)];

  it('a dropped, added or moved assignment', () => {
    // One change each, in turn: every change meets assignments early and late in the log.
    for (const [i, event] of assignments.entries()) {
      const changes: readonly (readonly [string, readonly QuorumEvent[]])[] = [
        ['dropped', []],
        ['added', [event, { ...event, action: { type: 'wait', seconds: 1 } }]],
        ['later', [{ ...event, tick: event.tick + 1 }]],
      ];
      const [name, change] = changes[i % changes.length] ?? ['', []];
      const found = resimulate(
        header,
        edit(event.seq, () => change),
      );
      expect(found, name).not.toBeNull();
      expect(found?.tick, name).toBeGreaterThanOrEqual(event.tick);
      // No later than the next hash but one: an added assignment is replaced within the tick.
      expect(found?.tick, name).toBeLessThanOrEqual(event.tick + 120);
    }
  });

  it('another action, task or seat, where the action takes longer than a second', () => {
    const long = assignments.filter(({ seq, tick }) => {
      const end = world.find((event) => event.type === 'action.ended' && event.inputs.includes(seq));
      return end && end.tick > tick + 60;
    });
    expect(long.length).toBeGreaterThan(5);
    for (const [i, event] of long.entries()) {
      const changes: readonly object[] = [
        { action: { type: 'wait', seconds: 1 } },
        { action: null },
        { task: 'b1/bottom' },
        { seat: (event.seat + 1) % 3 },
      ];
      const change = changes[i % changes.length];
      const found = resimulate(
        header,
        edit(event.seq, () => [{ ...event, ...change }]),
      );
      expect(found, JSON.stringify(change)).not.toBeNull();
    }
  });

  it.each([{ seat: 3 }, { action: { type: 'fly' } }, { action: { type: 'wait', seconds: 'long' } }])(
    'one that no team can have made, at itself: %j',
    (change) => {
      if (!middle) throw new Error('no assignments');
      const found = resimulate(
        header,
        edit(middle.seq, () => [{ ...middle, ...change }]),
      );
      expect(found).toMatchObject({ seq: middle.seq, tick: middle.tick, simulated: null });
    },
  );
});

describe('the end', () => {
  const last = eventful.events.at(-1);
  const ends = (change: object) =>
    resimulate(
      header,
      edit(last?.seq ?? -1, () => [{ ...last, ...change } as QuorumEvent]),
    );

  it.each([{ score: 99 }, { maxScore: 99 }, { status: 'completed' }])('an edited one: %j', (change) => {
    expect(ends(change)).toMatchObject({ seq: last?.seq, tick: last?.tick });
  });

  it('one that comes too early or too late', () => {
    expect(ends({ tick: 899 })).not.toBeNull();
    expect(ends({ tick: 901 })).not.toBeNull();
    expect(ends({ tick: 1e15 })).not.toBeNull();
  });

  it("a horizon that is not the header's", () => {
    expect(resimulate({ ...header, horizonTicks: 901 }, eventful.events)).toMatchObject({ seq: last?.seq });
  });

  it('is needed', () => {
    expect(() => resimulate(header, eventful.events.slice(0, -1))).toThrow(
      expect.objectContaining({ code: 'LOG_INCOMPLETE' }),
    );
  });

  it('is where a dropped last hash is missed', () => {
    const hash = world.at(-1);
    expect(hash?.type).toBe('world.hash');
    expect(
      resimulate(
        header,
        edit(hash?.seq ?? -1, () => []),
      ),
    ).toMatchObject({ seq: last?.seq, tick: 900, logged: null });
  });
});

describe('an edited header', () => {
  it.each([{ seed: 2 }, { team: header.team.slice(1) }, { scenario: 'push-cube-v0' }])(
    'gives another world: %j',
    (change) => expect(resimulate({ ...header, ...change }, eventful.events)).toMatchObject({ tick: 0 }),
  );

  it.each([
    { options: {}, team: [] },
    { options: { sightMetres: 1 } },
    { options: { ...header.options, bodies: 7 } },
  ])('from which no world can be built is refused: %j', (change) => {
    expect(() => resimulate({ ...header, ...change }, eventful.events)).toThrow(
      expect.objectContaining({ code: 'LOG_CORRUPT' }),
    );
  });

  it('of an unknown scenario is refused, naming the known ones', () => {
    expect(() => resimulate({ ...header, scenario: 'push-ten-v0' }, eventful.events)).toThrow(
      expect.objectContaining({
        code: 'UNKNOWN_NAME',
        fix: expect.stringContaining('push-nine-v0') as string,
      }),
    );
  });
});

it('hands on the frames of the episode', () => {
  const frames: number[] = [];
  resimulate(header, eventful.events, { onFrame: ({ tick }) => frames.push(tick) });
  expect(frames).toHaveLength(300);
  expect(frames[1]).toBe(6);
});
