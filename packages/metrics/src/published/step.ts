import { TICKS_PER_SECOND } from '@quorum/events';

/** Ticks that stand for one environment step of the published system: one second of body time. */
export const PUBLISHED_STEP_TICKS = TICKS_PER_SECOND;

/** The published environment step that a tick lies in, from 0. */
export function publishedStep(tick: number): number {
  return Math.floor(tick / PUBLISHED_STEP_TICKS);
}

/** A sentence for the page of every published metric. */
export const STEP_NOTE = `Their environment step is one second of body time here: step = ⌊tick / ${PUBLISHED_STEP_TICKS}⌋.`;
