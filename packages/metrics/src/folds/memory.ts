import { EVICTION_REASONS, type EvictionReason } from '@quorum/events';
import { countColumn, zeroCounts } from '../counts.js';
import type { Metric } from '../metric.js';

export interface MemoryResult {
  readonly messages: number;
  readonly plans: number;
  /** Both, by reason. */
  readonly reasons: Readonly<Record<EvictionReason, number>>;
}

interface State {
  messages: number;
  plans: number;
  readonly reasons: Record<EvictionReason, number>;
}

/** What agents no longer remember. Definition, unit, source and a worked example: the page below. */
export const memory: Metric<State, MemoryResult> = {
  name: 'memory',
  version: 1,
  reads: ['memory.evicted'],
  page: {
    summary: 'How many messages and plans of their own agents no longer remember, and why.',
    formula:
      'messages = Σ over `memory.evicted` with what = message of the events it names besides the activation (|inputs| − 1); plans likewise; by reason: both together.',
    source: 'Quorum.',
    notes: 'Whatever was summarised is counted, although its summary stays.',
    example:
      'A seat forgets two messages for want of space, later one plan: messages 2, plans 1, budget 3 (if the plan was for want of space, too).',
  },
  columns: [
    countColumn('messages', 'messages', 'messages forgotten', ({ messages }) => messages),
    countColumn('plans', 'plans', 'own plans forgotten', ({ plans }) => plans),
    ...EVICTION_REASONS.map((reason) =>
      countColumn(reason, 'items', `forgotten by ${reason}`, ({ reasons }: MemoryResult) => reasons[reason]),
    ),
  ],
  init: () => ({ messages: 0, plans: 0, reasons: zeroCounts(EVICTION_REASONS) }),
  step(state, event) {
    if (event.type !== 'memory.evicted') return state;
    const items = Math.max(0, event.inputs.length - 1);
    state[event.what === 'message' ? 'messages' : 'plans'] += items;
    state.reasons[event.reason] += items;
    return state;
  },
  result: ({ messages, plans, reasons }) => ({ messages, plans, reasons: { ...reasons } }),
};
