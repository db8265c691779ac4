import type { Observation } from '@quorum/env';
import type { PlanProgress, SeatView } from '../contract/agent.js';
import type { EpisodeContext } from './episode-context.js';

/** What a seat sees. */
interface Sight {
  readonly seat: number;
  readonly observation: Observation;
}

/**
 * The whole team as privileged agents see it.
 *
 * @param seen what privileged seats have been shown at this instant; observing is the expensive part.
 */
export function viewTeam(context: EpisodeContext, seen: readonly Sight[]): SeatView[] {
  const known = new Map(seen.map(({ seat, observation }) => [seat, observation]));
  return viewSeats(context, (seat) => known.get(seat) ?? context.simulation.observe(seat, true));
}

/** The whole team as one mind sees it that plans for several bodies: what they see, no more. */
export function viewCommanded(
  context: EpisodeContext,
  own: Sight,
  commanded: readonly { readonly seat: number; readonly sees: Observation }[],
): SeatView[] {
  const seen = new Map(commanded.map(({ seat, sees }) => [seat, sees]));
  seen.set(own.seat, own.observation);
  return viewSeats(context, (seat) => seen.get(seat) ?? null);
}

function viewSeats(context: EpisodeContext, look: (seat: number) => Observation | null): SeatView[] {
  return context.team.seats.map(({ stage, lastPlan }, seat) => {
    const plan = progress(context, seat);
    return { seat, stage, plan, lastPlan, observation: plan === null ? look(seat) : null };
  });
}

/** How far a seat's plan has come. */
export function progress(context: EpisodeContext, seat: number): PlanProgress | null {
  const { plan } = context.seat(seat);
  return plan === null ? null : { task: plan.task, actions: plan.actions, done: plan.done };
}
