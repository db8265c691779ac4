import { countColumn } from '../counts.js';
import type { Metric } from '../metric.js';
import { codeMessage, createCoding, noteTask, type Code, type Coding } from './coding.js';
import { entropyOf } from './entropy.js';

export interface MessageCodingResult {
  /** Messages with a code. */
  readonly messages: number;
  /** Distinct codes among them. */
  readonly codes: number;
  /** Nats; null without messages. */
  readonly entropy: number | null;
  readonly corrected: number | null;
}

interface State {
  readonly coding: Coding;
  readonly counts: Map<Code, number>;
}

/** How varied is what is said? Definition, unit, source and a worked example: the page below. */
export const messageCoding: Metric<State, MessageCodingResult> = {
  name: 'message-coding',
  version: 1,
  reads: ['task.opened', 'message.sent'],
  page: {
    summary: 'How many different things the team says, as a finite code: speech act × referent.',
    formula:
      'Code of a message = speech act (`inform`, `request`, …) × referent: number of the task that it is about in the order of opening (one more for tasks that never opened), else the one seat that it is for, else nothing. messages = messages with a code, codes = distinct ones; entropy = −Σ p · ln p over codes from relative frequencies; corrected adds the Miller-Madow term (codes − 1) / 2 · messages.',
    source:
      'Message entropy: Lowe et al. 2019 (On the pitfalls of measuring emergent communication). The coding is ours.',
    notes:
      'Words are never read: equal codes may be said in different words. Channels without speech acts (`form: free`) have no codes. corrected can be above ln of the codes seen: codes not seen yet count, too.',
    example:
      'One `request` about task 0 and one about task 1: messages 2, codes 2, entropy ln 2 = 0.6931, corrected 0.6931 + 1/4 = 0.9431. A message for a single seat about no task has the seat as its referent.',
  },
  columns: [
    countColumn('messages', 'messages', 'messages with a code', ({ messages }) => messages),
    countColumn('codes', 'codes', 'distinct codes', ({ codes }) => codes),
    {
      name: 'entropy',
      summary: 'entropy of the code',
      unit: 'nats',
      range: '≥ 0 or null',
      value: ({ entropy }) => entropy,
    },
    {
      name: 'corrected',
      summary: 'the same, corrected for small samples',
      unit: 'nats',
      range: '≥ 0 or null',
      value: ({ corrected }) => corrected,
    },
  ],
  init: (header) => ({ coding: createCoding(header), counts: new Map() }),
  step(state, event) {
    noteTask(state.coding, event);
    if (event.type !== 'message.sent') return state;
    const code = codeMessage(state.coding, event);
    if (code !== null) state.counts.set(code, (state.counts.get(code) ?? 0) + 1);
    return state;
  },
  result({ counts }) {
    const { plugIn, corrected, values } = entropyOf([...counts.values()]);
    const messages = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const known = messages > 0;
    return {
      messages,
      codes: values,
      entropy: known ? plugIn : null,
      corrected: known ? corrected : null,
    };
  },
};
