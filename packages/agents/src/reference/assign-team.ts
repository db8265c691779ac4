import type { Proposal } from '@quorum/env';
import type { SeatView } from '../contract/agent.js';
import { best, rate } from './rate.js';

/** A task as the free seats see it. */
interface Offer {
  readonly task: string;
  /** Seats that it still needs. */
  readonly missing: number;
  /** Somebody works on it already. */
  readonly begun: boolean;
  /** The move of each free seat, nearest seat first. */
  readonly moves: readonly { readonly seat: number; readonly proposal: Proposal }[];
}

/**
 * A joint assignment of the seats without a plan to open moves: first fill up the tasks that others are committed to,
 * then open the best tasks that the remaining seats can do together, then let the rest go ahead to the best task that
 * still needs more hands. Nearest seats first.
 */
export function assignTeam(
  team: readonly SeatView[],
  proposals: (view: SeatView) => readonly Proposal[],
): ReadonlyMap<number, Proposal> {
  const moves = team
    .filter(({ plan }) => plan === null)
    .flatMap((view) => proposals(view).map((proposal) => ({ seat: view.seat, proposal })));
  const committed = new Map<string, number>();
  for (const { plan } of team) {
    if (plan !== null && plan.task !== null) committed.set(plan.task, (committed.get(plan.task) ?? 0) + 1);
  }

  const assignment = new Map<number, Proposal>();
  for (;;) {
    const free = moves.filter(({ seat }) => !assignment.has(seat));
    const offer = nextOffer(offers(free, committed, team.length));
    if (offer === undefined) return assignment;
    const taken = offer.moves.slice(0, offer.missing);
    for (const { seat, proposal } of taken) assignment.set(seat, proposal);
    committed.set(offer.task, (committed.get(offer.task) ?? 0) + taken.length);
  }
}

/** Tasks that need more hands and that the team can do. */
function offers(free: Offer['moves'], committed: ReadonlyMap<string, number>, seats: number): Offer[] {
  const byTask = new Map<string, { seat: number; proposal: Proposal }[]>();
  for (const move of free) {
    const { task } = move.proposal;
    const others = byTask.get(task);
    if (others === undefined) byTask.set(task, [move]);
    else others.push(move);
  }
  return [...byTask].flatMap(([task, moves]) => {
    moves.sort((a, b) => a.proposal.pathMeters - b.proposal.pathMeters || a.seat - b.seat);
    const required = moves[0]?.proposal.requiredAgents ?? 0;
    const there = committed.get(task) ?? 0;
    const missing = required - there;
    return missing > 0 && required <= seats ? [{ task, missing, begun: there > 0, moves }] : [];
  });
}

function nextOffer(open: readonly Offer[]): Offer | undefined {
  const begun = open.filter((offer) => offer.begun);
  const feasible = open.filter(({ missing, moves }) => missing <= moves.length);
  const choice = [begun, feasible, open].find((offers) => offers.length > 0);
  return best(choice ?? [], ({ missing, moves }) => {
    // The team can begin when the last of those it takes has arrived.
    const last = moves[Math.min(missing, moves.length) - 1];
    return last === undefined ? -Infinity : rate(last.proposal);
  });
}
