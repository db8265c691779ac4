import type { Observation } from '@quorum/env';
import type { PlanProgress, SeatView } from '../contract/agent.js';
import type { EpisodeContext } from './episode-context.js';

/**
 * The whole team as privileged agents see it.
 *
 * @param seen what privileged seats have been shown at this instant; observing is the expensive part.
 */
export function viewTeam(
  context: EpisodeContext,
  seen: readonly { readonly seat: number; readonly observation: Observation }[],
): SeatView[] {
  const known = new Map(seen.map(({ seat, observation }) => [seat, observation]));
  return context.team.seats.map(({ stage, lastPlan }, seat) => {
    const plan = progress(context, seat);
    const look = (): Observation => known.get(seat) ?? context.simulation.observe(seat, true);
    return { seat, stage, plan, lastPlan, observation: plan === null ? look() : null };
  });
}

/** How far a seat's plan has come. */
export function progress(context: EpisodeContext, seat: number): PlanProgress | null {
  const { plan } = context.seat(seat);
  return plan === null ? null : { task: plan.task, actions: plan.actions, done: plan.done };
}
