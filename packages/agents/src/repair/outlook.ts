import type { Proposal } from '@quorum/env';
import type { RepairView } from '../contract/repair-policy.js';
import type { Contribution, JointPlan } from './predict.js';

type Place = Proposal['positions'][number];

/** What is open to the team: each task with the proposal of every seat that it is open to. */
export interface OpenTask {
  readonly task: string;
  readonly requiredAgents: number;
  readonly value: number;
  readonly workMeters: number;
  /** By seat. */
  readonly proposals: ReadonlyMap<number, Proposal>;
}

/** The tasks open to at least one seat, in the order of the proposals. */
export function openTasks(view: RepairView): OpenTask[] {
  const open = new Map<string, OpenTask & { readonly proposals: Map<number, Proposal> }>();
  view.seats.forEach((_, seat) => {
    for (const proposal of view.proposals(seat)) {
      const { task, requiredAgents, value, workMeters } = proposal;
      const known = open.get(task) ?? { task, requiredAgents, value, workMeters, proposals: new Map() };
      open.set(task, known);
      known.proposals.set(seat, proposal);
    }
  });
  return [...open.values()];
}

/** Seats that have a place of their own at a task, nearest first, and how long each walks there, seconds. */
export interface Seating {
  readonly seat: number;
  readonly waySeconds: number;
}

/**
 * Gives seats distinct places, the shortest way first. Who finds none left queues behind the place nearest to it. Seats
 * that no way leads there for are left out.
 */
export function seatAt(view: RepairView, open: OpenTask, seats: readonly number[]): Seating[] {
  const ways = seats.flatMap((seat) =>
    placesFor(open, seat).flatMap((place) => {
      const waySeconds = view.waySeconds(seat, place);
      return waySeconds === null ? [] : [{ seat, place: `${place.x} ${place.y}`, waySeconds }];
    }),
  );
  ways.sort((a, b) => a.waySeconds - b.waySeconds || a.seat - b.seat);
  const taken = new Set<string>();
  const seated = new Map<number, number>();
  for (const { seat, place, waySeconds } of ways) {
    if (seated.has(seat) || taken.has(place)) continue;
    taken.add(place);
    seated.set(seat, waySeconds);
  }
  for (const { seat, waySeconds } of ways) if (!seated.has(seat)) seated.set(seat, waySeconds);
  return [...seated].map(([seat, waySeconds]) => ({ seat, waySeconds }));
}

/** Places that a seat may take; those of others where the task is not open to it alone. */
function placesFor({ proposals }: OpenTask, seat: number): readonly Place[] {
  const own = proposals.get(seat) ?? [...proposals.values()][0];
  return own?.positions ?? [];
}

/** What the plans for a task come to. */
export function jointPlan(view: RepairView, open: OpenTask, seats: readonly number[]): JointPlan {
  const { task, requiredAgents, proposals } = open;
  const seated = new Map(seatAt(view, open, seats).map(({ seat, waySeconds }) => [seat, waySeconds]));
  const asksCapability = [...proposals.values()].some(({ holds }) => holds !== undefined);
  const contributions = seats.map((seat): Contribution => {
    const plan = view.seats[seat]?.plan;
    const outline = view.scenario.outline(plan?.actions.slice(plan.done) ?? [], task);
    const way = seated.get(seat);
    const proposal = proposals.get(seat);
    return {
      seat,
      strength: proposal?.strength ?? 1,
      holds: !asksCapability || proposal?.holds === true,
      works: outline.works,
      arrivesSeconds: way === undefined ? null : way + outline.delaySeconds,
      patienceSeconds: outline.patienceSeconds,
    };
  });
  return { task, required: requiredAgents, contributions };
}
