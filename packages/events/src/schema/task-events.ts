import { z } from 'zod';
import { CONSTRAINTS } from '../log/outcomes.js';
import { count, event, name, real, seat, seats } from './fields.js';

/** Cooperative work: tasks, attempts at them, how their constraints hold, and points. */
export const taskEvents = {
  'task.opened': event('task.opened', { task: name, body: name, required: count, value: real }),
  'task.closed': event('task.closed', { task: name, outcome: z.enum(['completed', 'superseded']) }),
  'attempt.started': event('attempt.started', { task: name, required: count, seats }),
  'attempt.changed': event('attempt.changed', { task: name, seats }),
  'attempt.ended': event('attempt.ended', { task: name, seats, success: z.boolean(), moved: real }),
  'constraint.changed': event('constraint.changed', {
    task: name,
    constraint: z.enum(CONSTRAINTS),
    count,
    required: count,
    seats,
  }),
  'constraint.force': event('constraint.force', { task: name, forceShare: real }),
  'capability.changed': event('capability.changed', {
    seat,
    capability: name,
    change: z.enum(['gained', 'lost']),
  }),
  'score.changed': event('score.changed', { task: name, points: real, total: real, max: real, seats }),
};
