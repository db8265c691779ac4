import { z } from 'zod';
import { ACTION_OUTCOMES, PURPOSES, STAGES } from '../log/outcomes.js';
import { action, count, event, json, name, real, seat } from './fields.js';

/** What a seat does, thinks, sees and plans. */
export const seatEvents = {
  'action.assigned': event('action.assigned', { seat, action: action.nullable(), task: name.nullable() }),
  'action.path': event('action.path', { seat, path: z.array(z.tuple([real, real])) }),
  'action.ended': event('action.ended', { seat, action: name, outcome: z.enum(ACTION_OUTCOMES) }),
  'activation.started': event('activation.started', { seat, purpose: z.enum(PURPOSES) }),
  'activation.ended': event('activation.ended', {
    seat,
    outcome: z.enum(['decided', 'invalid', 'error']),
    chargeMicros: count,
    problem: z.string().exactOptional(),
  }),
  'activation.stage': event('activation.stage', { seat, stage: z.enum(STAGES) }),
  'observation.content': event('observation.content', { hash: name, content: json }),
  'observation.shown': event('observation.shown', { seat, parts: z.record(z.string(), name) }),
  'plan.committed': event('plan.committed', {
    seat,
    task: name.nullable(),
    actions: z.array(action),
    observation: count,
  }),
  'plan.ended': event('plan.ended', {
    seat,
    status: z.enum(['success', 'failed', 'interrupted']),
    outcome: z.enum(ACTION_OUTCOMES),
    done: count,
  }),
};
