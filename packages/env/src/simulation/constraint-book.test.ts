import type { EventDraft } from '@quorum/events';
import { beforeEach, expect, it } from 'vitest';
import { ConstraintBook, type LoggedTask, type TaskSample } from './constraint-book.js';

let log: EventDraft[];
let tasks: LoggedTask[];
let book: ConstraintBook;
const emit = (draft: EventDraft): number => log.push(draft);

beforeEach(() => {
  log = [];
  tasks = [];
  book = new ConstraintBook(emit, tasks);
});

/** A task that takes two: these seats committed, in place and pushing. */
function sample(
  [committed, placed, pushing]: readonly (readonly number[])[],
  forceShare: number | null = null,
  task = 'b1/left',
): TaskSample {
  const of = (seats: readonly number[] = []) => ({ count: seats.length, required: 2, seats });
  return {
    task,
    constraints: {
      participation: of(committed),
      spatial: of(placed),
      temporal: of(pushing),
      dependency: { count: 1, required: 1, seats: [] },
    },
    forceShare,
  };
}

const brief = (): string[] =>
  log.map((draft) => {
    if (draft.type === 'constraint.force') return `${draft.task} force ${draft.forceShare}`;
    if (draft.type !== 'constraint.changed') return draft.type;
    return `${draft.task} ${draft.constraint} ${draft.count}/${draft.required} [${draft.seats.join()}]`;
  });

it('logs all constraints of a task at first, then what changes', () => {
  book.update([sample([[0, 1], [0], []])]);
  book.update([sample([[0, 1], [0], []])]);
  book.update([sample([[0, 1], [0], [0]])]);
  expect(brief()).toEqual([
    'b1/left participation 2/2 [0,1]',
    'b1/left spatial 1/2 [0]',
    'b1/left temporal 0/2 []',
    'b1/left dependency 1/1 []',
    'b1/left temporal 1/2 [0]',
  ]);
});

it('logs other seats in the same number, and another requirement', () => {
  book.update([sample([[0], [], []])]);
  log.length = 0;
  book.update([sample([[1], [], []])]);
  const heavier = sample([[1], [], []]);
  const participation = { count: 1, required: 3, seats: [1] };
  book.update([{ ...heavier, constraints: { ...heavier.constraints, participation } }]);
  expect(brief()).toEqual(['b1/left participation 1/2 [1]', 'b1/left participation 1/3 [1]']);
});

it('rounds the force to steps of 0.05 and logs it when the step changes', () => {
  for (const force of [0, 0.02, 0.03, 0.07, 0.99, 1.024, 1.026]) {
    book.update([sample([[0], [0], [0]], force)]);
  }
  expect(brief().filter((line) => line.includes('force'))).toEqual([
    'b1/left force 0',
    'b1/left force 0.05',
    'b1/left force 1',
    'b1/left force 1.05',
  ]);
});

it('says nothing of force where none is measured', () => {
  book.update([sample([[0], [0], [0]], null)]);
  book.update([]);
  expect(brief().join()).not.toContain('force');
});

it('drops to zero what was above it when nobody is involved any more, and starts anew later', () => {
  book.update([sample([[0], [0], []], 0.5)]);
  log.length = 0;
  book.update([]);
  expect(brief()).toEqual(['b1/left participation 0/2 []', 'b1/left spatial 0/2 []', 'b1/left force 0']);
  expect(tasks).toEqual([]);
  book.update([]);
  expect(log).toHaveLength(3);
  book.update([sample([[0], [], []])]);
  expect(log).toHaveLength(7);
});

it('brings a task that is over down to zero and forgets it', () => {
  book.update([sample([[0], [], []]), sample([[1], [], []], null, 'b2/top')]);
  log.length = 0;
  book.end('b1/left');
  book.end('b9/left');
  expect(log).toMatchObject([
    { type: 'constraint.changed', task: 'b1/left', constraint: 'participation', count: 0, seats: [] },
  ]);
  log.length = 0;
  book.update([sample([[1], [], []], null, 'b2/top')]);
  expect(log).toEqual([]);
  expect(tasks.map(({ task }) => task)).toEqual(['b2/top']);
});

it('goes on from what was saved', () => {
  book.update([sample([[0], [0], []], 0.5)]);
  log.length = 0;
  const restored = new ConstraintBook(emit, JSON.parse(JSON.stringify(tasks)) as LoggedTask[]);
  restored.update([sample([[0], [0], [0]], 0.5)]);
  expect(brief()).toEqual(['b1/left temporal 1/2 [0]']);
});
