import { CONSTRAINTS, STAGES } from '@quorum/events';
import { z } from 'zod';
import { coop2Attempt } from './coop2-attempt-schema.js';
import { coop2ScoreEvent, coop2TaskState } from './coop2-task-schemas.js';

// Fields that are not named here pass and are ignored: the files hold more than can be carried over.

const step = z.int().min(0);
const name = z.string().min(1);
const id = z.union([name, z.int()]).transform(String);
const maybeStep = step.nullish().transform((value) => value ?? null);
const maybeId = id.nullish().transform((value) => value ?? null);
const maybeText = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

/** `agent_states.json`: by agent, its stages as `[seconds, environment step, stage]`. */
const agentStates = z.record(name, z.array(z.tuple([z.number().min(0), step, z.enum(STAGES)])));

const action = z.looseObject({
  action_type: name,
  args: z
    .record(z.string(), z.json())
    .nullish()
    .transform((value) => value ?? {}),
  start_step: maybeStep,
  end_step: maybeStep,
  status: maybeText,
  failure_reason: maybeText,
});

/** `plan_logs.json`: every plan that is over, with its actions. */
const planLogs = z.looseObject({
  plan_history: z.array(
    z.looseObject({
      plan_id: id,
      agent_id: name,
      specification: z.string(),
      created_at_step: maybeStep,
      start_step: maybeStep,
      end_step: maybeStep,
      status: z.enum(['pending', 'executing', 'success', 'failed', 'interrupted', 'abandoned']),
      failure_reason: maybeText,
      actions: z.array(action),
    }),
  ),
});

/** `message_log.json`: one record per message. */
const messageLog = z.array(
  z.looseObject({
    /** Seconds since the start. */
    timestamp: z.number().min(0),
    env_step: step,
    sender: name,
    recipients: z.array(name),
    /** Text, or an object for a request of repair. */
    content: z.json(),
  }),
);

/** `task_states.json`: per step, the tasks whose state has changed. */
const taskStates = z.array(
  z.looseObject({
    step,
    changed_tasks: z.record(name, coop2TaskState),
    /** Tasks that vanished because they were done. */
    collected: z.array(id).default([]),
  }),
);

/** `capability_changes.json`: one record per inventory item that rose or fell. */
const capabilityChanges = z.array(
  z.looseObject({ agent_id: name, item_name: name, change_type: z.enum(['gain', 'loss']), env_step: step }),
);

const score = z.number().min(0);

/** `coop2_process_log.json`: one record per environment step. */
const processLog = z.array(
  z.looseObject({
    env_step: step,
    agents: z.array(z.looseObject({ agent_id: name, plan_id: maybeId, task_id: maybeId })).default([]),
    action_outcomes: z.record(name, z.looseObject({ task_id: maybeId, status: maybeText })).default({}),
    score_events: z.array(coop2ScoreEvent).default([]),
    constraint_attempts: z.array(coop2Attempt).default([]),
  }),
);

/** `team_score.json`, under one of two names. */
const teamScore = z
  .looseObject({ team_score: z.number().optional(), total_score: z.number().optional() })
  .refine((value) => value.team_score !== undefined || value.total_score !== undefined, {
    message: 'holds neither `team_score` nor `total_score`',
  })
  .transform((value) => value.team_score ?? value.total_score ?? 0);

/** Content of a request of the repair gate; what is not so is no prediction. */
export const repairRequest = z.looseObject({
  failures: z.array(
    z.looseObject({
      task_id: id,
      constraint_type: z.enum(CONSTRAINTS),
      score,
      agents: z.array(name).default([]),
    }),
  ),
});

/** Every file that is read, by its name. */
export const coop2Schemas = {
  'agent_states.json': agentStates,
  'plan_logs.json': planLogs,
  'message_log.json': messageLog,
  'task_states.json': taskStates,
  'capability_changes.json': capabilityChanges,
  'coop2_process_log.json': processLog,
  'team_score.json': teamScore,
};

export type Coop2File = keyof typeof coop2Schemas;

/** Content of every file; null for one that is not there. */
export type Coop2Logs = { readonly [F in Coop2File]: z.output<(typeof coop2Schemas)[F]> | null };
