import type { EpisodeModel } from './episode-model.js';
import { lastAtOrBefore } from './last-at-or-before.js';
import type { PlanBox, StageStretch } from './lanes.js';

/** Words in the air. */
export interface Bubble {
  readonly seq: number;
  readonly seat: number;
  readonly text: string;
  /** Fades from 1 to 0. */
  readonly strength: number;
}

/** How long words stay, virtual microseconds. */
const BUBBLE_MICROS = 5e6;
/** Longest text of a bubble. */
const BUBBLE_LENGTH = 90;
const fromOf = ({ from }: { readonly from: number }): number => from;
const timeOf = ({ time }: { readonly time: number }): number => time;

/** The last words of each seat, if they are fresh. */
export function bubblesAt({ talk }: EpisodeModel, time: number): Bubble[] {
  const { messages } = talk;
  const bubbles = new Map<number, Bubble>();
  for (let i = lastAtOrBefore(messages, time, timeOf); i >= 0; i--) {
    const message = messages[i];
    if (message === undefined || message.time < time - BUBBLE_MICROS) break;
    if (bubbles.has(message.seat)) continue;
    const { seq, seat, kind } = message;
    const words = message.text === '' ? kind : message.text;
    const text = words.length > BUBBLE_LENGTH ? `${words.slice(0, BUBBLE_LENGTH - 1)}…` : words;
    const age = (time - message.time) / BUBBLE_MICROS;
    bubbles.set(seat, { seq, seat, text, strength: Math.min(1, 2 - 2 * age) });
  }
  return [...bubbles.values()];
}

/** The way that a seat's body is on. */
export function pathAt(
  { lanes }: EpisodeModel,
  seat: number,
  time: number,
): readonly (readonly [number, number])[] {
  const paths = lanes[seat]?.paths ?? [];
  const path = paths[lastAtOrBefore(paths, time, fromOf)];
  return path === undefined || (path.to !== null && path.to <= time) ? [] : path.points;
}

/** Share of the needed force with which a body is pushed: that of its task that is pushed most; null for none. */
export function ringAt({ tasks }: EpisodeModel, body: string, time: number): number | null {
  let most: number | null = null;
  for (const task of tasks.byBody.get(body) ?? []) {
    const change = task.force[lastAtOrBefore(task.force, time, timeOf)];
    const open = task.closedAt === null || task.closedAt > time;
    if (change !== undefined && open && change.share > (most ?? 0)) most = change.share;
  }
  return most;
}

/** The plan that a seat follows. */
export function planAt({ lanes }: EpisodeModel, seat: number, time: number): PlanBox | null {
  const plans = lanes[seat]?.plans ?? [];
  const plan = plans[lastAtOrBefore(plans, time, fromOf)];
  return plan === undefined || (plan.to !== null && plan.to <= time) ? null : plan;
}

/** The stage that a seat is in. */
export function stageAt({ lanes }: EpisodeModel, seat: number, time: number): StageStretch | null {
  const stages = lanes[seat]?.stages ?? [];
  return stages[lastAtOrBefore(stages, time, fromOf)] ?? null;
}

/** Points at a moment, and how many there are at most. */
export function scoreAt(
  { tasks, ended }: EpisodeModel,
  time: number,
): { readonly points: number; readonly max: number | null } {
  const change = tasks.scores[lastAtOrBefore(tasks.scores, time, timeOf)];
  return { points: change?.total ?? 0, max: ended?.maxScore ?? change?.max ?? null };
}
