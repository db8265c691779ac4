import { z } from 'zod';
import { byField } from './by-field.js';

const count = z.int().min(0);
const names = z.array(z.string());
const id = z.union([z.string().min(1), z.int()]).transform(String);

/** One constraint of a task: how many agents satisfy it, and who. */
interface Coop2Count {
  readonly count: number;
  readonly agents: readonly string[];
  /** Field that names them. */
  readonly field: readonly string[];
}

/** A task in one step, whatever its world. */
export interface Coop2TaskState {
  /** `block_3`, or with its kind: `coal#17`. */
  readonly body: string;
  readonly required: number;
  readonly done: boolean;
  readonly spatial: Coop2Count;
  readonly temporal: Coop2Count;
  /** Null in CUBE, where nothing depends on what agents hold. */
  readonly dependency: Coop2Count | null;
  readonly participation: Coop2Count;
}

/** A face of a block of CUBE. */
const face = z
  .looseObject({
    block_id: id,
    weight: z.int().min(1),
    status: z.string(),
    spatial_count: count,
    temporal_count: count,
    adjacent_agents: names.default([]),
    pushing_agents: names.default([]),
  })
  .transform((task): Coop2TaskState => {
    const adjacent = { count: task.spatial_count, agents: task.adjacent_agents, field: ['adjacent_agents'] };
    return {
      body: `block_${task.block_id}`,
      required: task.weight,
      done: task.status === 'completed',
      spatial: adjacent,
      temporal: { count: task.temporal_count, agents: task.pushing_agents, field: ['pushing_agents'] },
      dependency: null,
      participation: adjacent,
    };
  });

/** A resource of MA-Crafter. */
const resource = z
  .looseObject({
    resource_id: id,
    resource_type: z.string().min(1),
    required_agents: z.int().min(1),
    status: z.string(),
    spatial: z.looseObject({ count, agents_nearby: names.default([]) }),
    temporal: z.looseObject({ count, collect_actions: names.default([]) }),
    dependency: z.looseObject({ count, agents_with_tools: names.default([]) }),
    participation: z.looseObject({ count, participating_agents: names.default([]) }),
  })
  .transform(({ spatial, temporal, dependency, participation, ...task }): Coop2TaskState => ({
    body: `${task.resource_type}#${task.resource_id}`,
    required: task.required_agents,
    done: task.status === 'completed',
    spatial: { count: spatial.count, agents: spatial.agents_nearby, field: ['spatial', 'agents_nearby'] },
    temporal: {
      count: temporal.count,
      agents: temporal.collect_actions,
      field: ['temporal', 'collect_actions'],
    },
    dependency: {
      count: dependency.count,
      agents: dependency.agents_with_tools,
      field: ['dependency', 'agents_with_tools'],
    },
    participation: {
      count: participation.count,
      agents: participation.participating_agents,
      field: ['participation', 'participating_agents'],
    },
  }));

/** State of a task, as either world writes it. */
export const coop2TaskState = byField('weight', face, resource);

/** Points, whatever their world. */
export interface Coop2ScoreEvent {
  /** In MA-Crafter the resource and its place. */
  readonly task: string;
  readonly points: number;
  readonly agents: readonly string[];
  /** Field that names them. */
  readonly field: string;
}

const delivery = z
  .looseObject({ task_id: id, value: z.number(), agents: names })
  .transform((event): Coop2ScoreEvent => {
    return { task: event.task_id, points: event.value, agents: event.agents, field: 'agents' };
  });

const collection = z
  .looseObject({
    resource_type: z.string().min(1),
    position: z.tuple([z.number(), z.number()]),
    score: z.number(),
    participating_agents: names,
  })
  .transform((event): Coop2ScoreEvent => {
    const task = `${event.resource_type} at ${event.position.join(',')}`;
    return { task, points: event.score, agents: event.participating_agents, field: 'participating_agents' };
  });

/** Points, as either world writes them. */
export const coop2ScoreEvent = byField('task_id', delivery, collection);
