import type { Rect } from '@quorum/events';
import { distance, type Point } from '../../navigation/point.js';
import { FACES, pushPositions, type Face } from '../faces.js';
import type { PushObservation, SeenBlock, SeenFace } from '../observation.js';
import { blockersOf, distanceTo, round } from '../see-blocks.js';
import { CLAIM_TOLERANCE_METERS, type PushClaim } from './push-claim.js';

/** What has been heard of the world; of one thing, the last word counts. */
interface Hearsay {
  readonly weights: Map<string, number>;
  readonly places: Map<string, Point & { readonly side?: number | undefined }>;
  readonly delivered: Set<string>;
  readonly seats: Map<number, Point>;
}

function listen(claims: readonly PushClaim[]): Hearsay {
  const hearsay: Hearsay = { weights: new Map(), places: new Map(), delivered: new Set(), seats: new Map() };
  for (const claim of claims) {
    if (claim.type === 'blockWeight') hearsay.weights.set(claim.block, claim.weight);
    else if (claim.type === 'blockAt') hearsay.places.set(claim.block, claim);
    else if (claim.type === 'seatAt') hearsay.seats.set(claim.seat, claim);
    else hearsay.delivered.add(claim.block);
  }
  return hearsay;
}

const rectOf = ({ x, y, side }: Pick<SeenBlock, 'x' | 'y' | 'side'>): Rect => {
  return { x, y, width: side, height: side };
};

/**
 * The observation with what others claim filled in (later claims outdo earlier ones): weights that the observer does not
 * know, blocks and teammates out of its sight, and heard-of blocks that stand in the way of seen ones. Of a block that is
 * only heard of, nobody is known to be at its faces and every place that known blocks and walls leave open counts as free.
 * What the observer sees or could see from where it is, claims never change.
 */
export function learnClaims(observation: PushObservation, claims: readonly PushClaim[]): PushObservation {
  const hearsay = listen(claims);
  const seen = observation.blocks.map((block) => ({
    ...block,
    weight: block.weight ?? hearsay.weights.get(block.id) ?? null,
  }));
  const distant = heardBlocks(observation, hearsay);
  const known = [...seen, ...distant].map((block) => ({ id: block.id, rect: rectOf(block) }));
  const heardOf = known.slice(seen.length);
  return {
    ...observation,
    teammates: [...observation.teammates, ...heardSeats(observation, hearsay)].sort(
      (a, b) => a.seat - b.seat,
    ),
    blocks: [
      ...seen.map((block) => {
        const more = blockersOf(rectOf(block), heardOf);
        if (more.length === 0) return block;
        return { ...block, pathClear: false, blockers: [...block.blockers, ...more] };
      }),
      ...distant.map((block) => complete(block, observation, known)),
    ],
  };
}

type HeardBlock = Pick<SeenBlock, 'id' | 'x' | 'y' | 'side' | 'weight'>;

/** Blocks that are not seen, and not where they would be seen, in the order in which they were heard of. */
function heardBlocks(observation: PushObservation, hearsay: Hearsay): HeardBlock[] {
  return [...hearsay.places].flatMap(([id, { x, y, side: told }]) => {
    if (hearsay.delivered.has(id) || observation.blocks.some((block) => block.id === id)) return [];
    const weight = hearsay.weights.get(id) ?? null;
    // Where nobody has said how wide it is: as wide as others of its kind, or by the usual rule of one metre a weight.
    const side = told ?? observation.blocks[0]?.side ?? weight ?? 1;
    const block = { id, x: round(x), y: round(y), side, weight };
    return isOutOfSight(observation, rectOf(block)) ? [block] : [];
  });
}

function heardSeats(
  { self, teammates, rules }: PushObservation,
  { seats }: Hearsay,
): PushObservation['teammates'] {
  const { sightMeters, seats: count } = rules;
  return [...seats].flatMap(([seat, at]) => {
    const isKnown = seat === self.seat || seat >= count || teammates.some((other) => other.seat === seat);
    const isHidden = sightMeters !== null && distance(self, at) > sightMeters - CLAIM_TOLERANCE_METERS;
    return isKnown || !isHidden ? [] : [{ seat, x: round(at.x), y: round(at.y) }];
  });
}

/** Whether a block could be there without the observer seeing it. */
function isOutOfSight({ rules, self }: PushObservation, rect: Rect): boolean {
  const { sightMeters } = rules;
  return sightMeters !== null && distanceTo(rect, self) > sightMeters - CLAIM_TOLERANCE_METERS;
}

function complete(
  block: HeardBlock,
  { arena, self }: PushObservation,
  known: readonly { readonly id: string; readonly rect: Rect }[],
): SeenBlock {
  const rect = rectOf(block);
  const blockers = blockersOf(
    rect,
    known.filter(({ id }) => id !== block.id),
  );
  const isOpen = ({ x, y }: Point): boolean =>
    x >= self.radius &&
    x <= arena.goalX - self.radius &&
    y >= self.radius &&
    y <= arena.height - self.radius &&
    known.every((other) => distanceTo(other.rect, { x, y }) >= self.radius);
  const face = (name: Face): SeenFace => ({
    positions: pushPositions(rect, name, self.radius, 1)
      .filter(isOpen)
      .map(({ x, y }) => [round(x), round(y)]),
    seats: [],
  });
  return {
    ...block,
    locked: false,
    distanceToGoal: round(Math.max(0, arena.goalX - block.x - block.side / 2)),
    pathClear: blockers.length === 0,
    blockers,
    faces: Object.fromEntries(FACES.map((name) => [name, face(name)])) as Record<Face, SeenFace>,
  };
}
