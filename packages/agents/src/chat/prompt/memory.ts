import { ACTION_OUTCOMES, type ActionOutcome } from '@quorum/events';
import type { PlanEnd } from '../../contract/agent.js';
import { readMessages, renderMessage, type PromptMessage } from './messages.js';
import { QUOTED, seconds, toLine } from './notation.js';

/** A plan that the reader remembers having made. */
export interface RememberedPlan {
  /** Virtual time of the decision, microseconds; told to a tenth of a second. */
  readonly made: number;
  /** The seat it was for. */
  readonly seat: number;
  readonly task: string | null;
  /** Types of its actions, in order. */
  readonly actions: readonly string[];
  /** How it ended; null while it is not over, or not known. */
  readonly end: Pick<PlanEnd, 'status' | 'outcome' | 'done'> | null;
}

/** What the section `memory` tells. */
export interface PromptMemory {
  /** Older messages in brief, or null. */
  readonly summary: string | null;
  /** Oldest first, the reader's own among them. */
  readonly messages: readonly PromptMessage[];
  /** Oldest first. */
  readonly plans: readonly RememberedPlan[];
}

const PLAN = new RegExp(
  String.raw`^- (\d+\.\d) s, plan of agent (\d+)(?:, task (${QUOTED}))?: (.*?);` +
    ` (?:open|(success|failed|interrupted) \\((${ACTION_OUTCOMES.join('|')})\\) after (\\d+) actions)$`,
);

/** Summary, messages and plans, one a line. */
export function renderMemory({ summary, messages, plans }: PromptMemory): string {
  const lines = [
    ...(summary === null ? [] : [`Summary of older messages: ${toLine(summary)}`]),
    ...messages.map(renderMessage),
    ...plans.map(renderRemembered),
  ];
  return lines.length === 0 ? 'Nothing yet.' : lines.join('\n');
}

/** The inverse of `renderMemory`. */
export function readMemory(body: string): PromptMemory {
  const summary = new RegExp(`^Summary of older messages: (${QUOTED})$`, 'm').exec(body)?.[1];
  return {
    summary: summary === undefined ? null : (JSON.parse(summary) as string),
    messages: readMessages(body),
    plans: body.split('\n').flatMap(readRemembered),
  };
}

function renderRemembered({ made, seat, task, actions, end }: RememberedPlan): string {
  const about = task === null ? '' : `, task ${toLine(task)}`;
  const how = end === null ? 'open' : `${end.status} (${end.outcome}) after ${end.done} actions`;
  return `- ${seconds(made)}, plan of agent ${seat}${about}: ${actions.join(', ')}; ${how}`;
}

function readRemembered(line: string): RememberedPlan[] {
  const [, made, seat, task, actions = '', status, outcome, done] = PLAN.exec(line) ?? [];
  if (made === undefined) return [];
  return [
    {
      made: Math.round(Number(made) * 10) * 100_000,
      seat: Number(seat),
      task: task === undefined ? null : (JSON.parse(task) as string),
      actions: actions.split(', '),
      end:
        status === undefined
          ? null
          : { status: status as PlanEnd['status'], outcome: outcome as ActionOutcome, done: Number(done) },
    },
  ];
}
