import { COOP2_SOURCE } from '@quorum/metrics';
import { outcomeOf, UNKNOWN_REASON } from './coop2-outcomes.js';
import type { Coop2Logs } from './coop2-schemas.js';
import type { Coop2Team } from './coop2-team.js';
import { isThinking, toMicros } from './convert-stages.js';
import type { Coop2Episode } from './read-coop2.js';
import { comparePositions, type Entry, type Position } from './timeline.js';

type Coop2Plan = NonNullable<Coop2Logs['plan_logs.json']>['plan_history'][number];
type Coop2Action = Coop2Plan['actions'][number];
type Rows = NonNullable<Coop2Logs['agent_states.json']>[string];

/** A plan with what has to be worked out about it. */
interface PlanRecord {
  readonly plan: Coop2Plan;
  /** To refer to its commitment by. */
  readonly key: string;
  readonly seat: number;
  readonly start: number;
  /** Null while it goes on. */
  readonly end: number | null;
  readonly task: string | null;
}

/** Plans and their actions. */
export function convertPlans(episode: Coop2Episode, team: Coop2Team): Entry[] {
  const records = planRecords(episode, team);
  return team.names.flatMap((name, seat) => {
    const own = records.filter((record) => record.seat === seat).sort((a, b) => a.start - b.start);
    const decided = decisionTimes(episode.logs['agent_states.json'][name] ?? [], own);
    return courseOf(own, decided);
  });
}

function planRecords({ logs }: Coop2Episode, team: Coop2Team): PlanRecord[] {
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
function decisionTimes(rows: Rows, plans: readonly PlanRecord[]): ReadonlyMap<PlanRecord, number> {
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

/** The entries of one seat's plans: what belongs to a plan never comes before its commitment or after its end. */
function courseOf(plans: readonly PlanRecord[], decided: ReadonlyMap<PlanRecord, number>): Entry[] {
  const entries: Entry[] = [];
  let latest: Position = { step: 0, phase: 'world', micros: null };
  const add = (wanted: Position, ...made: readonly Omit<Entry, keyof Position>[]): void => {
    if (comparePositions(wanted, latest) > 0) latest = wanted;
    const { step, phase, micros } = latest;
    entries.push(...made.map((entry) => ({ step, phase, micros, ...entry })));
  };
  plans.forEach((record, i) => {
    const { start, end } = record;
    const commitment: Position = { step: start, phase: 'minds', micros: decided.get(record) ?? null };
    add(commitment, ...commitmentOf(record));
    record.plan.actions.forEach((action, number) => {
      if (action.start_step === null) return;
      const [assigned, ended] = actionEntries(record, action, number);
      add(action.start_step <= start ? commitment : inWorld(action.start_step), assigned);
      const until = action.end_step ?? end;
      if (until !== null) add(inWorld(until), ended);
    });
    if (end === null) return;
    const next = plans[i + 1];
    // A plan that gave way to the next one ends at the moment in which that is committed.
    const givesWay = next?.start === end && record.plan.status === 'interrupted';
    const closing = givesWay
      ? ({ step: end, phase: 'minds', micros: decided.get(next) ?? null } as const)
      : inWorld(end);
    add(closing, ...endOf(record));
  });
  return entries;
}

function inWorld(step: number): Position {
  return { step, phase: 'world', micros: null };
}

type Made = Omit<Entry, keyof Position>;

/** The commitment to a plan. Of what the agent was shown the source keeps nothing. */
function commitmentOf({ key, seat, task, plan }: PlanRecord): Made[] {
  return [
    {
      key: `shown ${key}`,
      draft: (seqOf) => ({
        type: 'observation.shown',
        seat,
        parts: {},
        inputs: seqOf(`activation ${seat}`),
      }),
    },
    remark(`words ${key}`, plan.specification),
    {
      key,
      draft: (seqOf) => ({
        type: 'plan.committed',
        seat,
        task,
        actions: plan.actions.map(({ action_type, args }) => ({ ...args, type: action_type })),
        observation: seqOf(`shown ${key}`)[0] ?? 0,
        inputs: [...seqOf(`decision ${seat}`), ...seqOf(`words ${key}`)],
      }),
    },
  ];
}

function endOf({ key, seat, plan }: PlanRecord): Made[] {
  const { status, failure_reason: reason } = plan;
  const known = reason === null ? null : outcomeOf(reason);
  const done = plan.actions.filter((action) => action.status === 'success').length;
  return [
    ...(reason === null ? [] : [remark(`reason ${key}`, reason)]),
    {
      draft: (seqOf) => ({
        type: 'plan.ended',
        seat,
        status: status === 'success' || status === 'failed' ? status : 'interrupted',
        outcome: status === 'success' ? 'success' : (known ?? UNKNOWN_REASON),
        done,
        inputs: [...seqOf(key), ...seqOf(`reason ${key}`)],
      }),
    },
  ];
}

function actionEntries(
  record: PlanRecord,
  action: Coop2Action,
  number: number,
): [assigned: Made, ended: Made] {
  const { seat, task, plan } = record;
  const key = `${record.key} action ${number}`;
  const { action_type, args, status } = action;
  const reason = action.failure_reason ?? plan.failure_reason;
  const failure = (reason === null ? null : outcomeOf(reason)) ?? UNKNOWN_REASON;
  return [
    {
      key,
      draft: (seqOf) => ({
        type: 'action.assigned',
        seat,
        action: { ...args, type: action_type },
        task,
        inputs: seqOf(record.key),
      }),
    },
    {
      draft: (seqOf) => ({
        type: 'action.ended',
        seat,
        action: action_type,
        outcome: status === 'success' ? 'success' : failure,
        inputs: seqOf(key),
      }),
    },
  ];
}

/** The words of the source, for the event that follows at once and names them. */
function remark(key: string, note: string): Made {
  return {
    key,
    draft: () => ({ type: 'intervention.applied', source: COOP2_SOURCE, kind: 'note', note, inputs: [] }),
  };
}
