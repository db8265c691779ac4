import { z } from 'zod';
import { byField } from './by-field.js';

const id = z.union([z.string().min(1), z.int()]).transform(String);
const names = z.array(z.string());
const score = z.number().min(0).optional();
const scores = z.looseObject({ spatial: score, temporal: score, dependency: score });

/** One step in which somebody tried a task. */
export interface Coop2Attempt {
  readonly task: string;
  readonly body: string;
  readonly required: number;
  readonly agents: readonly string[];
  /** Field that names them. */
  readonly field: string;
  readonly scores: z.output<typeof scores>;
  /** Null where only the outcomes of actions say so. */
  readonly success: boolean | null;
}

/** CUBE: somebody pushed a face. */
const push = z
  .looseObject({
    task_id: id,
    block_id: id,
    required_agents: z.int().min(1),
    agents: names,
    scores,
  })
  .transform((attempt): Coop2Attempt => ({
    task: attempt.task_id,
    body: `block_${attempt.block_id}`,
    required: attempt.required_agents,
    agents: attempt.agents,
    field: 'agents',
    scores: attempt.scores,
    success: null,
  }));

/** MA-Crafter: somebody tried to collect a resource. */
const collect = z
  .looseObject({
    task_id: id,
    resource_type: z.string().min(1),
    required_agents: z.int().min(1),
    attempting_agents: names,
    constraint_scores: scores,
    success: z.boolean(),
  })
  .transform((attempt): Coop2Attempt => ({
    task: attempt.task_id,
    body: `${attempt.resource_type}#${attempt.task_id}`,
    required: attempt.required_agents,
    agents: attempt.attempting_agents,
    field: 'attempting_agents',
    scores: attempt.constraint_scores,
    success: attempt.success,
  }));

/** An attempt, as either world writes it. */
export const coop2Attempt = byField('constraint_scores', collect, push);
