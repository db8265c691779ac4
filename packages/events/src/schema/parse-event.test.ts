import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryLog } from '../testing/arbitrary-log.js';
import { eventProblem, parseEvent } from './parse-event.js';

const events = fc.sample(arbitraryLog(), { numRuns: 30, seed: 3 }).flatMap((log) => log.events);
/** One event of each type. */
const samples = [...new Map(events.map((event) => [event.type, event])).values()];

it.each(samples.map((event) => [event.type, event] as const))('is strict about %s', (_, event) => {
  expect(parseEvent(event)).toBe(event);
  expect(eventProblem({ ...event, surplus: 1 })).toBe('field `surplus` does not belong here');
  for (const key of Object.keys(event)) {
    const without = Object.fromEntries(Object.entries(event).filter(([name]) => name !== key));
    const optional = ['seat', 'weight', 'problem'].includes(key);
    if (!optional) expect(eventProblem(without), `${key} missing`).not.toBe(null);
    expect(eventProblem({ ...event, [key]: undefined }), `${key} undefined`).not.toBe(null);
    // No field takes a symbol, and only contents take an odd object.
    expect(eventProblem({ ...event, [key]: Symbol('x') }), `${key} of another kind`).not.toBe(null);
  }
});

it.each([
  [{ type: 'world.teleported' }, 'field `type`: there is no event type "world.teleported"'],
  [null, 'Invalid input: expected object, received null'],
  [[], 'Invalid input: expected object, received array'],
  [{}, 'field `type` is missing or no text'],
])('explains %j', (value, problem) => {
  expect(eventProblem(value)).toContain(problem);
});

const base = { seq: 1, tick: 0, time: 0, inputs: [] };

it.each<[string, object, string]>([
  ['a number that is not finite', { type: 'constraint.force', task: 't', forceShare: NaN }, '`forceShare`'],
  ['a path point of three numbers', { type: 'action.path', seat: 0, path: [[1, 2, 3]] }, '`path[0]`'],
  [
    'a function in a content',
    { type: 'observation.content', hash: 'h', content: { a: [() => 1] } },
    'field `content`: is not a JSON value',
  ],
  [
    'an action without type',
    { type: 'action.assigned', seat: 0, task: null, action: { block: 'b' } },
    'field `action`: is not an action (an object with a `type`)',
  ],
  ['a shape with surplus', worldBody({ kind: 'disc', radius: 1, width: 2 }), '`shape.width` does not belong'],
  ['a shape of no kind', worldBody({ kind: 'star' }), '`shape.kind`'],
])('refuses %s', (_, payload, problem) => {
  expect(eventProblem({ ...base, ...payload })).toContain(problem);
});

function worldBody(shape: object): object {
  return { type: 'world.bodyAdded', body: 'b', kind: 'block', shape, x: 0, y: 0 };
}

it('throws an error that names the field', () => {
  expect(() => parseEvent({ ...base, type: 'task.closed', task: 't', outcome: 'lost' })).toThrow(
    /^Not a valid event: field `outcome`: /,
  );
});
