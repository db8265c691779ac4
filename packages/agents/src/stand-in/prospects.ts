import { createRng, type Observation, type Proposal, type Rng, type Scenario } from '@quorum/env';
import type { Json } from '@quorum/events';
import type { PlanDecision, SeatView } from '../contract/agent.js';
import { assignTeam } from '../reference/assign-team.js';
import { best } from '../reference/rate.js';
import type { Beliefs } from './beliefs.js';
import { failedTasks } from './plan-history.js';
import type { SeatSituation, Situation } from './read-situation.js';

/** How long a seat waits that nothing needs, seconds. */
const IDLE_SECONDS = 1;

/** What one seat could do, by all that it sees and has heard. */
export interface Prospects {
  readonly observation: Observation;
  readonly proposals: readonly Proposal[];
}

/** The moves open to a seat: nothing that is over, and nothing that it has just failed at or is told to leave. */
export function prospectsOf(scenario: Scenario, situation: Situation, beliefs: Beliefs): Prospects | null {
  const { observation } = situation.own;
  if (observation === null) return null;
  const learnt = scenario.language.learn(observation, beliefs.claims);
  const closed = new Set([
    ...beliefs.over,
    ...failedTasks(situation.own.seat, situation, beliefs.commitments),
    ...(situation.leave === null ? [] : [situation.leave]),
  ]);
  return {
    observation: learnt,
    proposals: scenario.proposals(learnt).filter(({ task }) => !closed.has(task)),
  };
}

/**
 * Who should do what, as far as the seat can tell: itself and those that it sees, hears or can talk to, unless they are
 * known to be at something, by where they are as far as that is known.
 *
 * @param decided what the seat itself has decided on, if it has
 */
export function divideWork(
  { own, talk }: Situation,
  { observation, proposals }: Prospects,
  { commitments, speakers }: Beliefs,
  decided: string | null = null,
): ReadonlyMap<number, Proposal> {
  const places = placesOf(observation);
  const known = new Set([own.seat, ...places.keys(), ...speakers, ...commitments.keys(), ...talk.addressees]);
  const seats = talk.roles.map((_, seat) => seat).filter((seat) => known.has(seat));
  const team = seats.map((seat): SeatView => {
    const task = seat === own.seat ? decided : (commitments.get(seat)?.task ?? null);
    const plan = task === null ? null : { task, actions: [], done: 0 };
    return { seat, stage: 'R', plan, lastPlan: null, observation: null };
  });
  return assignTeam(team, ({ seat }) =>
    seat === own.seat ? proposals : proposals.map((proposal) => startingAt(places.get(seat), proposal)),
  );
}

/** The proposal of somebody who is there. */
function startingAt(place: Point | undefined, proposal: Proposal): Proposal {
  const nearest = best(proposal.positions, (at) => -distance(place, at));
  return place === undefined || nearest === undefined
    ? proposal
    : { ...proposal, pathMeters: distance(place, nearest) };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function distance(a: Point | undefined, b: Point): number {
  if (a === undefined) return 0;
  return Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

/** Where seats are: whatever an observation tells with a seat number and a place. */
function placesOf(value: Json | undefined, places = new Map<number, Point>()): ReadonlyMap<number, Point> {
  if (value === null || typeof value !== 'object') return places;
  const { seat, x, y } = value as Partial<Record<'seat' | 'x' | 'y', Json>>;
  if (typeof seat === 'number' && typeof x === 'number' && typeof y === 'number') places.set(seat, { x, y });
  for (const part of Object.values(value)) placesOf(part, places);
  return places;
}

/** The plan for a proposal. */
export const planFor = ({ task, actions }: Proposal): PlanDecision => ({ task, actions: [...actions] });

/** A plan for a seat that nothing needs: out of the way where there is work for others, else to look round. */
export function planForNothing(
  scenario: Scenario,
  prospects: Prospects | null,
  situation: SeatSituation,
  seed: number,
): PlanDecision {
  const wait = scenario.idle(IDLE_SECONDS);
  if (prospects === null) return { task: null, actions: [wait] };
  if (prospects.proposals.length === 0) {
    const rng: Rng = createRng(seed, 'wander', situation.seat);
    return { task: null, actions: [scenario.randomAction(prospects.observation, rng)] };
  }
  // Where the way aside is barred, waiting is all that is left.
  const { lastPlan } = situation.plan;
  const isBarred = lastPlan?.status === 'failed' && lastPlan.task === null;
  return { task: null, actions: isBarred ? [wait] : [scenario.standBy(prospects.observation), wait] };
}
