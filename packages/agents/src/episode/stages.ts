import type { Stage } from '@quorum/events';
import type { EpisodeContext } from './episode-context.js';

/** Moves a seat to a stage; logs it if that is a change. */
export function setStage(
  context: EpisodeContext,
  seat: number,
  stage: Stage,
  cause: readonly number[],
): void {
  const state = context.seat(seat);
  if (state.stage === stage) return;
  state.stage = stage;
  const seq = context.emit({ type: 'activation.stage', seat, stage, inputs: cause });
  if (stage === 'W') state.ready = seq;
}

/** Logs the stage that everybody starts in. */
export function announceStages(context: EpisodeContext): void {
  context.team.seats.forEach(({ stage }, seat) => {
    context.emit({ type: 'activation.stage', seat, stage, inputs: [] });
  });
}

/** True when nobody reasons: the world may move in `barrier` mode. */
export function everyoneReady(context: EpisodeContext): boolean {
  return context.team.seats.every(({ stage }) => stage === 'W' || stage === 'X');
}
