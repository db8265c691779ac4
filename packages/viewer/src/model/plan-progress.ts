import type { ActionOutcome } from '@quorum/events';
import type { EpisodeModel } from './episode-model.js';
import type { PlanBox } from './lanes.js';

/** An action of a plan and how far it has come. */
export interface PlanStep {
  /** Its type. */
  readonly action: string;
  /** All else that it says, such as `block b3, face left`. */
  readonly details: string;
  readonly state: 'done' | 'running' | 'ended' | 'to come';
  /** How it ended; null while it has not. */
  readonly outcome: ActionOutcome | null;
}

/** The actions of a plan as they stood at a moment (virtual microseconds). */
export function planProgress({ events }: EpisodeModel, plan: PlanBox, time: number): PlanStep[] {
  const committed = events[plan.seq];
  if (committed?.type !== 'plan.committed') return [];
  const ends = plan.ends.filter((each) => each.time <= time);
  const over = plan.to !== null && plan.to <= time;
  return committed.actions.map(({ type, ...rest }, i) => {
    const outcome = ends[i]?.outcome ?? null;
    const next = i === ends.length && !over;
    const state = outcome === 'success' ? 'done' : outcome !== null ? 'ended' : next ? 'running' : 'to come';
    return { action: type, details: describe(rest), state, outcome };
  });
}

function describe(fields: Readonly<Record<string, unknown>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}
