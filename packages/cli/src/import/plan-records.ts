import type { Coop2Logs } from './coop2-schemas.js';
import type { Coop2Team } from './coop2-team.js';
import { isThinking, toMicros } from './convert-stages.js';
import type { Coop2Episode } from './read-coop2.js';

type Coop2Plan = NonNullable<Coop2Logs['plan_logs.json']>['plan_history'][number];
type Rows = NonNullable<Coop2Logs['agent_states.json']>[string];

/** A plan with what has to be worked out about it. */
export interface PlanRecord {
  readonly plan: Coop2Plan;
  /** To refer to its commitment by. */
  readonly key: string;
  readonly seat: number;
  readonly start: number;
  /** Null while it goes on. */
  readonly end: number | null;
  readonly task: string | null;
}

/** All plans, in the order of the file. */
export function planRecords({ logs }: Coop2Episode, team: Coop2Team): PlanRecord[] {
  const tasks = new Map(
    (logs['coop2_process_log.json'] ?? []).flatMap(({ agents }) =>
      agents.flatMap(({ agent_id, plan_id, task_id }) =>
        plan_id === null || task_id === null ? [] : [[`${agent_id} ${plan_id}`, task_id] as const],
      ),
    ),
  );
  return logs['plan_logs.json'].plan_history.map((plan, i) => {
    const start = plan.start_step ?? plan.created_at_step ?? 0;
    const isOver = plan.status !== 'pending' && plan.status !== 'executing';
    return {
      plan,
      key: `plan ${i}`,
      seat: team.seatOf(plan.agent_id, 'plan_logs.json', ['plan_history', i, 'agent_id']),
      start,
      end: isOver ? Math.max(start, plan.end_step ?? start) : null,
      task: tasks.get(`${plan.agent_id} ${plan.plan_id}`) ?? null,
    };
  });
}

/**
 * When each plan was decided on. Plans have no time, only a step: they go to the ends of thinking of their step, in order,
 * and to those of an interrupt, after which an agent may also go on as before, only where plans are left over.
 */
export function decisionTimes(rows: Rows, plans: readonly PlanRecord[]): ReadonlyMap<PlanRecord, number> {
  const ends = rows.flatMap(([seconds, step], i) => {
    const stage = rows[i - 1]?.[2] ?? 'X';
    return isThinking(stage) ? [{ stage, step, micros: toMicros(seconds) }] : [];
  });
  const times = new Map<PlanRecord, number>();
  for (const start of new Set(plans.map((record) => record.start))) {
    const here = ends.filter(({ step }) => step === start);
    const begun = plans.filter((record) => record.start === start);
    [...here.filter(({ stage }) => stage === 'R'), ...here.filter(({ stage }) => stage === 'I')]
      .slice(0, begun.length)
      .map(({ micros }) => micros)
      .sort((a, b) => a - b)
      .forEach((micros, i) => {
        const record = begun[i];
        if (record !== undefined) times.set(record, micros);
      });
  }
  return times;
}
