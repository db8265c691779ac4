import type { Coop2Episode } from './read-coop2.js';

/** What has to be known of a task before anything else can be said of it. */
export interface TaskNeed {
  /** Agents that it needs. */
  readonly required: number;
  /** `block_3`, or with its kind: `coal#17`. */
  readonly body: string;
  /** Points of its score event; 0 when it never scored. */
  readonly value: number;
  /** Step of its first mention. */
  readonly step: number;
}

export type TaskNeeds = ReadonlyMap<string, TaskNeed>;

/** Every task whose need the files name, in the order of first mention. */
export function taskNeeds({ logs }: Coop2Episode): TaskNeeds {
  const records = logs['coop2_process_log.json'] ?? [];
  const values = new Map(
    records.flatMap(({ score_events }) => score_events.map(({ task, points }) => [task, points] as const)),
  );
  const mentions = [
    ...(logs['task_states.json'] ?? []).flatMap(({ step, changed_tasks }) =>
      Object.entries(changed_tasks).map(([task, { required, body }]) => ({ step, task, required, body })),
    ),
    ...records.flatMap(({ env_step: step, constraint_attempts }) =>
      constraint_attempts.map(({ task, required, body }) => ({ step, task, required, body })),
    ),
  ];
  const needs = new Map<string, TaskNeed>();
  for (const { task, ...need } of mentions.sort((a, b) => a.step - b.step)) {
    if (!needs.has(task)) needs.set(task, { ...need, value: values.get(task) ?? 0 });
  }
  return needs;
}

/** Most points that the blocks of an episode can give, each as many as its weight; 0 where there are no blocks. */
export function maxScore(needs: TaskNeeds): number {
  const blocks = new Map([...needs.values()].map(({ body, required }) => [body, required]));
  return [...blocks]
    .filter(([body]) => body.startsWith('block_'))
    .reduce((sum, [, weight]) => sum + weight, 0);
}
