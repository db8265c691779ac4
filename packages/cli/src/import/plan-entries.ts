import { COOP2_SOURCE } from '@quorum/metrics';
import { outcomeOf, UNKNOWN_REASON } from './coop2-outcomes.js';
import type { PlanRecord } from './plan-records.js';
import type { Entry, Position } from './timeline.js';

type Coop2Action = PlanRecord['plan']['actions'][number];

/** An entry that has no place yet. */
export type Made = Omit<Entry, keyof Position>;

/** The commitment to a plan. Of what the agent was shown the source keeps nothing. */
export function commitmentOf({ key, seat, task, plan }: PlanRecord): Made[] {
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

/** The end of a plan, after the words that the source has for it. */
export function endOf({ key, seat, plan }: PlanRecord): Made[] {
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

/** Beginning and end of an action. */
export function actionEntries(
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
