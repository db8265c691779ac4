import type { ActionOutcome, Rect } from '@quorum/events';
import type { PushActionOf } from '../actions.js';
import type { ControlContext, Controller } from '../controller.js';
import { FACES, faceCoordinates, faceTowards, GOAL_FACE, PUSH_DIRECTION, type Face } from '../faces.js';
import { findBlock } from '../find-block.js';
import type { Scene } from '../scene.js';

type PushMemory = {
  face: Face;
  origin: number;
  best: number;
  movedTick: number;
  contactTick: number;
  /** Whether the seat has ever been in contact. */
  touched: boolean;
};

/** Within this of the face (or of the agent ahead) the motor presses with full force, metres. */
const REACH_METERS = 0.03;
const DONE_METERS = 0.01;
const MOVED_METERS = 0.01;
/** Ticks without contact, or with contact and no motion, before the push is given up. */
const NO_CONTACT_TICKS = 90;
const STALLED_TICKS = 180;

/** Whether the seat touches the face, or from behind an agent who is nearer to it. */
function inReach(scene: Scene, seat: number, index: number, face: Face): boolean {
  const rect = scene.rect(index);
  const { radius } = scene.body(seat);
  const self = faceCoordinates(rect, face, scene.agent(seat));
  if (Math.abs(self.along) > rect.width / 2) return false;
  if (self.out <= radius + REACH_METERS) return true;
  return scene.seats.some((_, other) => {
    if (other === seat) return false;
    const ahead = faceCoordinates(rect, face, scene.agent(other));
    const gap = self.out - ahead.out - radius - scene.body(other).radius;
    return (
      ahead.out > 0 && gap <= REACH_METERS && gap > -radius && Math.abs(self.along - ahead.along) <= radius
    );
  });
}

/** Whether the seat presses another block than its own. */
function pressesAnother(scene: Scene, seat: number, index: number): boolean {
  const at = scene.agent(seat);
  const reach = scene.body(seat).radius + REACH_METERS;
  return scene.present().some((other) => {
    if (other === index) return false;
    const rect = scene.rect(other);
    return (
      Math.abs(at.x - rect.x) < rect.width / 2 + reach && Math.abs(at.y - rect.y) < rect.height / 2 + reach
    );
  });
}

/** Whether the block has come up against the end of the arena. */
function atWall({ layout }: Scene, face: Face, rect: Rect): boolean {
  const push = PUSH_DIRECTION[face];
  const half = rect.width / 2 + REACH_METERS;
  const x = rect.x + push.x * half;
  const y = rect.y + push.y * half;
  return x <= 0 || y <= 0 || x >= layout.arena.width || y >= layout.arena.height;
}

function whyStuck(scene: Scene, index: number, face: Face): ActionOutcome {
  const block = scene.blocks[index];
  if (block?.locked) return 'missing_capability';
  const blocked = atWall(scene, face, scene.rect(index)) || scene.pressedAhead(index, face).length > 0;
  return blocked ? 'blocked_destination' : 'insufficient_force';
}

/**
 * `push`: straight against the face in front of the agent, for a distance or until the block is delivered;
 * `target_gone` when others deliver it before the seat has pushed along.
 */
export const push: Controller<PushActionOf<'push'>, PushMemory> = {
  start({ scene, tick }: ControlContext, seat, { block }) {
    const found = findBlock(scene, block);
    if ('outcome' in found) return found;
    const { index } = found;
    const face = faceTowards(scene.rect(index), scene.agent(seat));
    const origin = scene.progress(index, face);
    return { face, origin, best: origin, movedTick: tick, contactTick: tick, touched: false };
  },
  step({ scene, tick }, seat, action, memory) {
    const { face } = memory;
    const index = scene.blockIndex(action.block);
    if (scene.blocks[index]?.delivered) {
      return { outcome: memory.touched && face === GOAL_FACE ? 'success' : 'target_gone' };
    }
    const progress = scene.progress(index, face);
    if (progress - memory.origin >= action.meters - DONE_METERS) return { outcome: 'success' };
    if (progress > memory.best + MOVED_METERS) {
      memory.best = progress;
      memory.movedTick = tick;
    }
    const press = inReach(scene, seat, index, face);
    if (press) {
      memory.contactTick = tick;
      memory.touched = true;
    }
    if (tick - memory.contactTick > NO_CONTACT_TICKS) {
      return { outcome: pressesAnother(scene, seat, index) ? 'wrong_block' : 'no_contact' };
    }
    if (tick - memory.movedTick > STALLED_TICKS) return { outcome: whyStuck(scene, index, face) };
    const { x, y } = PUSH_DIRECTION[face];
    return { command: { directionX: x, directionY: y, speed: scene.body(seat).speed, press } };
  },
};

/** Face that a seat pushes now, if it executes `push`. */
export function pushedFace(memory: unknown): Face | null {
  if (memory === null || typeof memory !== 'object' || !('face' in memory)) return null;
  return FACES.find((face) => face === memory.face) ?? null;
}
