import type { Proposal } from '@quorum/env';
import type { SeatView } from '../contract/agent.js';
import { best, rate } from './rate.js';

/** What a free seat could do. */
interface Move {
  readonly seat: number;
  readonly proposal: Proposal;
}

/** A task as the free seats see it. */
interface Offer {
  readonly task: string;
  /** Seats that it still needs. */
  missing: number;
  /** Somebody works on it already. */
  begun: boolean;
  /** The moves of the seats that are still free, nearest seat first. */
  moves: Move[];
}

/**
 * A joint assignment of the seats without a plan to open moves: first fill up the tasks that others are committed to,
 * then open the best tasks that the remaining seats can do together, then let the rest go ahead to the best task that
 * still needs more hands. Nearest seats first; nobody goes straight back to a task that it has just failed at.
 */
export function assignTeam(
  team: readonly SeatView[],
  proposals: (view: SeatView) => readonly Proposal[],
): ReadonlyMap<number, Proposal> {
  const assignment = new Map<number, Proposal>();
  let open = offers(team, proposals);
  for (;;) {
    const offer = next(open);
    if (offer === undefined) return assignment;
    const taken = offer.moves.slice(0, offer.missing);
    for (const { seat, proposal } of taken) assignment.set(seat, proposal);
    offer.missing -= taken.length;
    offer.begun = true;
    for (const other of open) other.moves = other.moves.filter(({ seat }) => !assignment.has(seat));
    open = open.filter(({ missing, moves }) => missing > 0 && moves.length > 0);
  }
}

/** Tasks that need more hands and that the team can do. */
function offers(team: readonly SeatView[], proposals: (view: SeatView) => readonly Proposal[]): Offer[] {
  const byTask = new Map<string, Move[]>();
  for (const view of team) {
    const { seat, plan, lastPlan } = view;
    if (plan !== null) continue;
    const failed = lastPlan?.status === 'failed' ? lastPlan.task : null;
    for (const proposal of proposals(view)) {
      if (proposal.task === failed) continue;
      const others = byTask.get(proposal.task);
      if (others === undefined) byTask.set(proposal.task, [{ seat, proposal }]);
      else others.push({ seat, proposal });
    }
  }
  return [...byTask].flatMap(([task, moves]) => {
    moves.sort((a, b) => a.proposal.pathMeters - b.proposal.pathMeters || a.seat - b.seat);
    const required = moves[0]?.proposal.requiredAgents ?? 0;
    const committed = team.filter(({ plan }) => plan?.task === task).length;
    const missing = required - committed;
    return missing > 0 && required <= team.length ? [{ task, missing, begun: committed > 0, moves }] : [];
  });
}

function next(open: readonly Offer[]): Offer | undefined {
  const begun = open.filter((offer) => offer.begun);
  const feasible = open.filter(({ missing, moves }) => missing <= moves.length);
  const choice = [begun, feasible, open].find((offers) => offers.length > 0);
  return best(choice ?? [], ({ missing, moves }) => {
    // The team can begin when the last of those it takes has arrived; until the end it keeps all of them busy.
    const last = moves[Math.min(missing, moves.length) - 1]?.proposal;
    return last === undefined ? -Infinity : rate(last) / last.requiredAgents;
  });
}
