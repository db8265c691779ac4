import { secondsToTicks } from '@quorum/events';
import type { Point } from '../../navigation/plan-path.js';
import { TICK_SECONDS } from '../../physics/constants.js';
import { BRAKE } from '../../physics/motor.js';
import type { PushActionOf } from '../actions.js';
import type { ControlContext, Controller, ControlStep } from '../controller.js';
import { pushPositions, type Face } from '../faces.js';
import { startWalk, stepWalk, type Walk } from '../walk.js';

/** Rows of push positions offered at a face. */
const ROWS = 2;
/** Distance under which a place counts as taken, metres short of touching. */
const OVERLAP_METERS = 0.05;
const HOLD_METERS = 0.02;

const distance = (a: Point, b: Point): number => {
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  return Math.sqrt(dx * dx + dy * dy);
};

function positions({ scene }: ControlContext, seat: number, index: number, face: Face): Point[] {
  return pushPositions(scene.rect(index), face, scene.body(seat).radius, ROWS);
}

/** Places at the face that other seats hold or are on their way to. */
function claims({ scene }: ControlContext, seat: number, block: string, face: Face): number[] {
  return scene.seats.flatMap(({ action, memory }, other) => {
    if (other === seat || (action?.type !== 'moveToFace' && action?.type !== 'rendezvous')) return [];
    if (action.block !== block || action.face !== face) return [];
    const slot = memory !== null && typeof memory === 'object' && 'slot' in memory ? memory['slot'] : null;
    return typeof slot === 'number' ? [slot] : [];
  });
}

/** The nearest free push position in the front-most row that has one; -1 if all are taken, null if none exists. */
function chooseSlot(context: ControlContext, seat: number, index: number, face: Face): number | null {
  const { scene } = context;
  const { radius } = scene.body(seat);
  const bounds = scene.bounds(radius);
  const at = scene.agent(seat);
  const places = positions(context, seat, index, face);
  const standable = places.map(
    ({ x, y }) =>
      x >= bounds.minX &&
      x <= bounds.maxX &&
      y >= bounds.minY &&
      y <= bounds.maxY &&
      !scene.hitsBlock(x, y, radius),
  );
  if (!standable.includes(true)) return null;
  const claimed = claims(context, seat, scene.blocks[index]?.id ?? '', face);
  const free = places.map((place, slot) => {
    const taken = scene.seats.some((_, other) => {
      const touch = radius + scene.body(other).radius - OVERLAP_METERS;
      return other !== seat && distance(scene.agent(other), place) < touch;
    });
    return standable[slot] === true && !taken && !claimed.includes(slot);
  });
  const perRow = places.length / ROWS;
  for (let row = 0; row < ROWS; row++) {
    let best = -1;
    for (let slot = row * perRow; slot < (row + 1) * perRow; slot++) {
      const place = places[slot];
      const sofar = places[best];
      if (place && free[slot] && (!sofar || distance(at, place) < distance(at, sofar) - 1e-9)) best = slot;
    }
    if (best >= 0) return best;
  }
  return -1;
}

/** Walks straight back to a place next to the agent. */
function holdAt(context: ControlContext, seat: number, place: Point): ControlStep {
  const at = context.scene.agent(seat);
  const meters = distance(at, place);
  if (meters < HOLD_METERS) return { command: BRAKE };
  const speed = Math.min(context.scene.body(seat).speed, meters / TICK_SECONDS);
  return {
    command: {
      directionX: (place.x - at.x) / meters,
      directionY: (place.y - at.y) / meters,
      speed,
      press: false,
    },
  };
}

type FaceWalk = Walk & { slot: number };

/**
 * `moveToFace`: to a free push position of a face, first row first. `invalid_target` when nobody can stand there
 * (a wall, a block or the goal strip is too close), `obstructed` when all places are taken.
 */
export const moveToFace: Controller<PushActionOf<'moveToFace'>, FaceWalk> = {
  start(context, seat, { block, face }) {
    const index = context.scene.blockIndex(block);
    if (index < 0) return { outcome: 'invalid_target' };
    if (context.scene.blocks[index]?.delivered) return { outcome: 'target_gone' };
    const slot = chooseSlot(context, seat, index, face);
    if (slot === null) return { outcome: 'invalid_target' };
    const place = positions(context, seat, index, face)[slot];
    if (!place) return { outcome: 'obstructed' };
    const walk = startWalk(context, seat, place);
    return 'outcome' in walk ? walk : { ...walk, slot };
  },
  step(context, seat, { block, face }, memory) {
    const index = context.scene.blockIndex(block);
    if (context.scene.blocks[index]?.delivered) return { outcome: 'target_gone' };
    const place = positions(context, seat, index, face)[memory.slot];
    const step: ControlStep = place ? stepWalk(context, seat, memory, place) : { outcome: 'invalid_target' };
    if (!('outcome' in step) || step.outcome !== 'obstructed') return step;
    // Somebody else stands there by now: take another place, if there is one.
    const slot = chooseSlot(context, seat, index, face);
    if (slot === null || slot < 0 || slot === memory.slot) return step;
    memory.slot = slot;
    memory.replans = 0;
    return { command: BRAKE };
  },
};

type Meeting = { slot: number; endTick: number };

/**
 * `rendezvous`: holds the push position until `count` agents are at the face, for a common start. `no_contact` when
 * the agent is not at that face to begin with.
 */
export const rendezvous: Controller<PushActionOf<'rendezvous'>, Meeting> = {
  start(context, seat, { block, face, timeout }) {
    const { scene, tick } = context;
    const index = scene.blockIndex(block);
    if (index < 0) return { outcome: 'invalid_target' };
    if (scene.blocks[index]?.delivered) return { outcome: 'target_gone' };
    if (!scene.agentsAtFace(index, face).includes(seat)) return { outcome: 'no_contact' };
    const at = scene.agent(seat);
    let slot = 0;
    const places = positions(context, seat, index, face);
    places.forEach((place, i) => {
      if (distance(at, place) < distance(at, places[slot] ?? place)) slot = i;
    });
    return { slot, endTick: tick + secondsToTicks(timeout) };
  },
  step(context, seat, { block, face, count }, memory) {
    const { scene, tick } = context;
    const index = scene.blockIndex(block);
    if (scene.blocks[index]?.delivered) return { outcome: 'target_gone' };
    const met = scene.agentsAtFace(index, face).filter((other) => {
      const action = scene.seats[other]?.action;
      return action?.type === 'push' || action?.type === 'rendezvous' ? action.block === block : false;
    });
    if (met.includes(seat) && met.length >= count) return { outcome: 'success' };
    if (tick >= memory.endTick) return { outcome: 'timeout' };
    const place = positions(context, seat, index, face)[memory.slot];
    return place ? holdAt(context, seat, place) : { command: BRAKE };
  },
};
