import type { EventDraft } from '@quorum/events';
import { beforeEach, expect, it } from 'vitest';
import { AttemptBook, type Executing, type OpenAttempt } from './attempt-book.js';

let log: EventDraft[];
let open: OpenAttempt[];
let book: AttemptBook;

// The assignments of the seats are events 0 to 9.
const emit = (draft: EventDraft): number => 9 + log.push(draft);

beforeEach(() => {
  log = [];
  open = [];
  book = new AttemptBook(emit, open);
});

const at = (position: number, seats: readonly number[], inputs: readonly number[] = seats): Executing => ({
  task: 'b1/left',
  required: 2,
  seats,
  inputs,
  position,
});

const never = (): number => {
  throw new Error('nothing ends');
};

it('starts with the first agent, changes with each who joins or leaves, and ends with the last', () => {
  book.update([at(3, [1])], never);
  book.update([at(3, [1])], never);
  book.update([at(3.5, [1, 2], [1, 12])], never);
  book.update([at(4, [2], [12])], never);
  book.update([], () => 4.25);
  expect(log).toEqual([
    { type: 'attempt.started', inputs: [1], task: 'b1/left', required: 2, seats: [1] },
    { type: 'attempt.changed', inputs: [10, 12], task: 'b1/left', seats: [1, 2] },
    { type: 'attempt.changed', inputs: [10, 12], task: 'b1/left', seats: [2] },
    { type: 'attempt.ended', inputs: [10], task: 'b1/left', seats: [1, 2], success: true, moved: 1.25 },
  ]);
  expect(open).toEqual([]);
});

it.each([
  [0.1, true],
  [0.0994, false],
  [-2, false],
  [0, false],
])('after %d m counts as a success: %s', (moved, success) => {
  book.update([at(5, [0])], never);
  book.update([], () => 5 + moved);
  expect(log.at(-1)).toMatchObject({ success, moved: Math.round(moved * 1000) / 1000 });
});

it('is a success however little it moved when it completes its task', () => {
  book.update([at(5, [0])], never);
  book.close('b1/left', 5.01, true, [7]);
  expect(log.at(-1)).toMatchObject({ success: true, moved: 0.01, inputs: [10, 7] });
});

it('starts anew after an end, from where the body is then', () => {
  book.update([at(1, [0])], never);
  book.update([], () => 2);
  book.update([at(2, [0])], never);
  book.update([], () => 2.05);
  const ends = log.filter(({ type }) => type === 'attempt.ended');
  expect(ends).toMatchObject([
    { inputs: [10], success: true, moved: 1 },
    { inputs: [12], success: false, moved: 0.05 },
  ]);
});

it('keeps attempts on several tasks apart', () => {
  const other = { ...at(7, [3]), task: 'b2/top', required: 1 };
  book.update([at(1, [0]), other], never);
  book.update([other], (task) => (task === 'b1/left' ? 1.5 : NaN));
  expect(log.slice(2)).toMatchObject([{ type: 'attempt.ended', task: 'b1/left', seats: [0], moved: 0.5 }]);
  expect(open.map(({ task }) => task)).toEqual(['b2/top']);
});

it('ignores the end of what is not open', () => {
  book.close('b1/left', 1, true, []);
  expect(log).toEqual([]);
});

it('goes on from saved attempts', () => {
  book.update([at(1, [0])], never);
  const saved = JSON.parse(JSON.stringify(open)) as OpenAttempt[];
  const restored = new AttemptBook(emit, saved);
  restored.update([], () => 1.2);
  expect(log.at(-1)).toMatchObject({ type: 'attempt.ended', inputs: [10], moved: 0.2 });
});
