import { ACTION_OUTCOMES, type Action, type ActionOutcome } from '@quorum/events';
import type { PlanEnd, PlanProgress } from '../../contract/agent.js';
import { QUOTED, toLine } from './notation.js';

/** What the section `plan` tells: how far the current plan has come, and how the one before it ended. */
export interface PromptPlan {
  readonly plan: PlanProgress | null;
  readonly lastPlan: PlanEnd | null;
}

const TASK = `(no task|task ${QUOTED})`;
const CURRENT = new RegExp(`^Your plan: ${TASK}, (\\d+) of \\d+ actions done\\.$`);
const LAST = new RegExp(
  `^Your last plan: ${TASK}, (success|failed|interrupted) \\((${ACTION_OUTCOMES.join('|')})\\) after (\\d+) actions\\.$`,
);
const ACTION = /^(?:done|now|next): (\{.*\})$/;

const nameTask = (task: string | null): string => (task === null ? 'no task' : `task ${toLine(task)}`);
const readTask = (text: string): string | null =>
  text === 'no task' ? null : (JSON.parse(text.slice('task '.length)) as string);

/** The current plan, one action a line, and how the last one ended. */
export function renderPlan({ plan, lastPlan }: PromptPlan): string {
  const current =
    plan === null
      ? ['You have no plan.']
      : [
          `Your plan: ${nameTask(plan.task)}, ${plan.done} of ${plan.actions.length} actions done.`,
          ...plan.actions.map((action, i) => {
            const place = i < plan.done ? 'done' : i === plan.done ? 'now' : 'next';
            return `${place}: ${toLine(action)}`;
          }),
        ];
  const last =
    lastPlan === null
      ? []
      : [
          `Your last plan: ${nameTask(lastPlan.task)}, ${lastPlan.status} (${lastPlan.outcome}) ` +
            `after ${lastPlan.done} actions.`,
        ];
  return [...current, ...last].join('\n');
}

/** The inverse of `renderPlan`. */
export function readPlan(body: string): PromptPlan {
  let plan: { task: string | null; done: number; actions: Action[] } | null = null;
  let lastPlan: PlanEnd | null = null;
  for (const line of body.split('\n')) {
    const [, currentTask, done] = CURRENT.exec(line) ?? [];
    if (currentTask !== undefined) {
      plan = { task: readTask(currentTask), done: Number(done), actions: [] };
      continue;
    }
    const action = ACTION.exec(line)?.[1];
    if (action !== undefined && plan !== null) {
      plan.actions.push(JSON.parse(action) as Action);
      continue;
    }
    const [, lastTask, status, outcome, lastDone] = LAST.exec(line) ?? [];
    if (lastTask === undefined) continue;
    lastPlan = {
      task: readTask(lastTask),
      status: status as PlanEnd['status'],
      outcome: outcome as ActionOutcome,
      done: Number(lastDone),
    };
  }
  return { plan, lastPlan };
}
