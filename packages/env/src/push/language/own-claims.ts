import { GOAL_FACE, parseTask } from '../faces.js';
import type { PushObservation, SeenBlock } from '../observation.js';
import type { PushClaim } from './push-claim.js';

/**
 * What an observer can tell others that they may not know, most useful first: weights, then where blocks are, then where
 * it is itself and which teammates it sees. Nothing where everybody sees and knows everything; no places where everybody
 * sees the whole arena.
 */
export function ownClaims({ rules, self, teammates, blocks }: PushObservation): PushClaim[] {
  const isSightLimited = rules.sightMeters !== null;
  const isWeightPrivate = isSightLimited || blocks.some(({ weight }) => weight === null);
  const nearestFirst = [...blocks].sort(
    (a, b) => square(self, a) - square(self, b) || (a.id < b.id ? -1 : 1),
  );
  return [
    ...(isWeightPrivate ? nearestFirst.flatMap(weightOf) : []),
    ...(isSightLimited ? [...nearestFirst.map(placeOf), ...[self, ...teammates].map(seatPlace)] : []),
  ];
}

const weightOf = ({ id, weight }: SeenBlock): PushClaim[] =>
  weight === null ? [] : [{ type: 'blockWeight', block: id, weight }];

const placeOf = ({ id, x, y, side }: SeenBlock): PushClaim => ({ type: 'blockAt', block: id, x, y, side });

const seatPlace = ({ seat, x, y }: { seat: number; x: number; y: number }): PushClaim => ({
  ...{ type: 'seatAt', seat, x, y },
});

const square = (a: { x: number; y: number }, b: { x: number; y: number }): number =>
  (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);

/** That the block is delivered, when the task was pushing it to the goal. */
export function doneClaim(task: string): PushClaim | null {
  const pushed = parseTask(task);
  return pushed?.face === GOAL_FACE ? { type: 'blockDelivered', block: pushed.block } : null;
}
