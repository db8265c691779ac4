import type { PredictedFailure } from '@quorum/events';
import type { RepairView } from '../contract/repair-policy.js';
import { seatAt, type OpenTask, type Seating } from './outlook.js';

/** What a seat had better do. */
export interface Advice extends Seating {
  readonly task: string;
}

/**
 * Who had better do what: tasks of failing plans first, then the heavier, then the nearer to their end, each given the
 * seats that are soonest there, as long as seats last. As COOP²'s guidance, which stops at the first task.
 *
 * @param free seats whose plans may be changed
 */
export function advise(
  view: RepairView,
  open: readonly OpenTask[],
  failures: readonly PredictedFailure[],
  free: readonly number[],
): Advice[] {
  const failed = new Set(failures.map(({ task }) => task));
  const isFailed = ({ task }: OpenTask): number => (failed.has(task) ? 0 : 1);
  const taken = new Set(
    view.seats.flatMap(({ plan }, seat) => (free.includes(seat) ? [] : (plan?.task ?? []))),
  );
  const candidates = open
    .filter(({ task }) => !taken.has(task))
    .toSorted(
      (a, b) =>
        isFailed(a) - isFailed(b) ||
        b.value - a.value ||
        a.workMeters - b.workMeters ||
        (a.task < b.task ? -1 : 1),
    );
  const advice: Advice[] = [];
  let left = [...free];
  for (const candidate of candidates) {
    if (left.length === 0) break;
    const chosen = gather(view, candidate, left);
    advice.push(...chosen.map((seating) => ({ ...seating, task: candidate.task })));
    left = left.filter((seat) => !chosen.some((one) => one.seat === seat));
  }
  return advice.toSorted((a, b) => a.seat - b.seat);
}

/** As few seats as the task takes, those soonest there, one that has what it asks for among them; none if they do not suffice. */
function gather(view: RepairView, open: OpenTask, free: readonly number[]): Seating[] {
  const { requiredAgents, proposals } = open;
  const strengthOf = (seat: number): number => proposals.get(seat)?.strength ?? 1;
  const total = free.reduce((sum, seat) => sum + strengthOf(seat), 0);
  const asksCapability = [...proposals.values()].some(({ holds }) => holds !== undefined);
  const holds = (seat: number): boolean => proposals.get(seat)?.holds === true;
  if (total < requiredAgents || (asksCapability && !free.some(holds))) return [];

  const near = seatAt(view, open, free).toSorted((a, b) => a.waySeconds - b.waySeconds || a.seat - b.seat);
  const holder = asksCapability ? near.find(({ seat }) => holds(seat)) : undefined;
  if (asksCapability && holder === undefined) return [];
  const chosen: Seating[] = [];
  let strength = 0;
  for (const seating of [
    ...(holder === undefined ? [] : [holder]),
    ...near.filter((one) => one !== holder),
  ]) {
    if (strength >= requiredAgents) break;
    chosen.push(seating);
    strength += strengthOf(seating.seat);
  }
  return strength >= requiredAgents ? chosen : [];
}
