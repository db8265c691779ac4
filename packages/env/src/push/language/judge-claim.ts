import type { Claim, ClaimVerdict } from '@quorum/events';
import { distance, type Point } from '../../navigation/point.js';
import type { SceneView } from '../scene-view.js';
import { CLAIM_TOLERANCE_METERS, pushClaim, type PushClaim } from './push-claim.js';

/** Where the body of a seat, or the block or agent (`a0`) of this name, is; null when it is not in the world. */
export function positionOf(scene: SceneView, of: number | string): Point | null {
  const seat = typeof of === 'number' ? of : seatOf(of);
  if (seat !== null) return Number.isInteger(seat) && scene.seats[seat] ? { ...scene.agent(seat) } : null;
  const index = scene.blockIndex(String(of));
  if (index < 0 || scene.blocks[index]?.delivered) return null;
  const { x, y } = scene.rect(index);
  return { x, y };
}

/** Seat of a body's name, or null for names of other bodies. */
function seatOf(name: string): number | null {
  const digits = /^a(\d+)$/.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

/**
 * Whether a claim holds now. Positions hold within half a metre. What it says of something that does not exist, or of the
 * place of something that has been delivered, is false; a claim that the schema does not know is undecidable.
 */
export function judgeClaim(scene: SceneView, claim: Claim): ClaimVerdict {
  const parsed = pushClaim.safeParse(claim);
  if (!parsed.success) return 'undecidable';
  return holds(scene, parsed.data) ? 'true' : 'false';
}

function holds(scene: SceneView, claim: PushClaim): boolean {
  if (claim.type === 'seatAt') return isNear(positionOf(scene, claim.seat), claim);
  const block = scene.blocks[scene.blockIndex(claim.block)];
  if (block === undefined) return false;
  switch (claim.type) {
    case 'blockWeight':
      return claim.weight === block.weight;
    case 'blockDelivered':
      return block.delivered;
    case 'blockAt': {
      const isAsWide = claim.side === undefined || claim.side === block.side;
      return isAsWide && isNear(positionOf(scene, claim.block), claim);
    }
  }
}

const isNear = (at: Point | null, claimed: Point): boolean =>
  at !== null && distance(at, claimed) <= CLAIM_TOLERANCE_METERS;
