import type { EventDraft } from '@quorum/events';
import { eventProblem } from '@quorum/events/schema';
import type { Check } from '../check.js';
import type { Play } from '../play.js';
import { overPlays, overPlaysWith } from '../verdicts.js';
import { attemptProblems } from './attempt-ledger.js';
import { constraintProblems } from './constraint-ledger.js';
import { scoreProblems } from './score-ledger.js';
import { taskProblems } from './task-ledger.js';

/** Families of events that a simulation emits; all others belong to the cognitive layer. */
const FAMILIES = ['world', 'action', 'attempt', 'constraint', 'capability', 'task', 'score'];

const NO_DIGEST = '0'.repeat(64);

const hasEvent =
  (type: EventDraft['type']) =>
  ({ events }: Play) =>
    events.some((event) => event.type === type);

/** The log of a world adds up. */
export const ledgerChecks: readonly Check[] = [
  {
    name: 'event-families',
    promise: 'A simulation emits events of its own families only.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        const foreign = play.events.find(({ type }) => !FAMILIES.includes(type.split('.')[0] ?? ''));
        if (foreign !== undefined) yield `it emits ${foreign.type}`;
      }),
  },
  {
    name: 'event-schema',
    promise: 'Every event fits the strict schema of its type.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        for (const event of play.events) {
          // What the log adds: time, and the digest of the bytes so far.
          const stamped = { ...event, time: 0, ...(event.type === 'world.hash' && { digest: NO_DIGEST }) };
          const problem = eventProblem(stamped);
          if (problem !== null) yield `${JSON.stringify(event)}: ${problem}`;
        }
      }),
  },
  {
    name: 'inputs-point-back',
    promise: 'Events name earlier events as their inputs, and an assignment is logged as it was given.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        for (const { seq, type, inputs } of play.events) {
          const odd = inputs.find((input) => !Number.isInteger(input) || input < 0 || input >= seq);
          if (odd !== undefined) yield `${type} (event ${seq}) names ${odd} as an input`;
        }
        const logged = play.events.filter((event) => event.type === 'action.assigned');
        for (const [i, { tick, seat, assignment }] of play.assignments.entries()) {
          const event = logged[i];
          const given = JSON.stringify([tick, seat, assignment.action, assignment.task, assignment.inputs]);
          const text =
            event && JSON.stringify([event.tick, event.seat, event.action, event.task, event.inputs]);
          if (text === given) continue;
          yield `the assignment ${given} is logged as ${text ?? 'nothing'}`;
          return;
        }
        if (logged.length > play.assignments.length) yield 'an assignment is logged that nobody gave';
      }),
  },
  {
    name: 'tasks',
    promise:
      'A task opens once on a present body, closes at most once, and is closed when its body has left.',
    run: (subject) => overPlays(subject, taskProblems),
  },
  {
    name: 'attempts',
    promise:
      'Attempts nest: one at a time for each open task, each change and end naming its start and its seats.',
    run: (subject) =>
      overPlaysWith(
        subject,
        { has: hasEvent('attempt.started'), otherwise: 'nobody attempted anything; play longer' },
        attemptProblems,
      ),
  },
  {
    name: 'constraints',
    promise: 'A constraint is logged on change only, for open tasks, with as many seats as it counts.',
    run: (subject) =>
      overPlaysWith(
        subject,
        { has: hasEvent('constraint.changed'), otherwise: 'no constraint was measured; play longer' },
        constraintProblems,
      ),
  },
  {
    name: 'score',
    promise: 'Points are positive, add up to the score, never exceed the maximum, and belong to open tasks.',
    run: (subject) =>
      overPlaysWith(
        subject,
        { has: hasEvent('score.changed'), otherwise: 'nobody scored; play longer' },
        scoreProblems,
      ),
  },
  {
    name: 'finished',
    promise: 'A world is finished only when every task is closed.',
    run: (subject) =>
      overPlaysWith(
        subject,
        {
          has: ({ finished, finishedAtStart }) => finished || finishedAtStart,
          otherwise: 'no play got that far',
        },
        function* (play) {
          if (play.finishedAtStart) yield 'a new world is already finished';
          const open = new Set<string>();
          for (const event of play.events) {
            if (event.type === 'task.opened') open.add(event.task);
            if (event.type === 'task.closed') open.delete(event.task);
          }
          if (play.finished && open.size > 0) yield `finished while ${[...open].join(', ')} is still open`;
        },
      ),
  },
];
