import { secondsToTicks } from '@quorum/events';
import { distance, type Point } from '../../navigation/point.js';
import { TICK_SECONDS } from '../../physics/constants.js';
import { BRAKE } from '../../physics/motor.js';
import type { PushActionOf } from '../actions.js';
import type { ControlContext, Controller, ControlStep } from '../controller.js';
import { faceCoordinates, pushPositions, type Face } from '../faces.js';
import { findBlock } from '../find-block.js';
import { claims, gatheredAt } from '../gathering.js';
import { planWay, startWalk, stepWalk, type Walk } from '../walk.js';

/** Rows of push positions offered at a face. */
const ROWS = 2;
/** Distance under which a place counts as taken, metres short of touching. */
const OVERLAP_METERS = 0.05;
const HOLD_METERS = 0.02;

function positions({ scene }: ControlContext, seat: number, index: number, face: Face): Point[] {
  return pushPositions(scene.rect(index), face, scene.body(seat).radius, ROWS);
}

interface Slot {
  readonly slot: number;
  readonly place: Point;
  readonly standable: boolean;
  readonly taken: boolean;
}

function slots(context: ControlContext, seat: number, index: number, face: Face): Slot[] {
  const { scene } = context;
  const { radius } = scene.body(seat);
  const { minX, minY, maxX, maxY } = scene.bounds(radius);
  const claimed = claims(scene, seat, scene.blocks[index]?.id ?? '', face).flatMap((claim) => {
    const place = positions(context, claim.seat, index, face)[claim.slot];
    return place ? [{ seat: claim.seat, place }] : [];
  });
  return positions(context, seat, index, face).map((place, slot) => {
    const { x, y } = place;
    const overlaps = (other: number, at: Point): boolean =>
      distance(at, place) < radius + scene.body(other).radius - OVERLAP_METERS;
    const occupied = scene.seats.some((_, other) => other !== seat && overlaps(other, scene.agent(other)));
    const promised = claimed.some((claim) => overlaps(claim.seat, claim.place));
    const inside = x >= minX && x <= maxX && y >= minY && y <= maxY;
    const standable = inside && !scene.hitsBlock(x, y, radius);
    return { slot, place, standable, taken: occupied || promised };
  });
}

/**
 * Where to stand at a face: the free place nearest its middle that can be reached, so that those who come later find
 * the ends open; behind the first row only where somebody stands in front. -1 if all are taken, null if nobody can
 * stand there at all.
 */
function chooseSlot(context: ControlContext, seat: number, index: number, face: Face): number | null {
  const { scene } = context;
  const at = scene.agent(seat);
  const rect = scene.rect(index);
  const all = slots(context, seat, index, face);
  if (!all.some(({ standable }) => standable)) return null;
  const perRow = all.length / ROWS;
  const free = all
    .filter(
      ({ slot, standable, taken }) => standable && !taken && (slot < perRow || all[slot - perRow]?.taken),
    )
    .map((choice) => ({
      ...choice,
      row: Math.floor(choice.slot / perRow),
      offset: Math.abs(faceCoordinates(rect, face, choice.place).along),
      way: distance(at, choice.place),
    }))
    .sort((a, b) => a.row - b.row || round(a.offset - b.offset) || round(a.way - b.way) || a.slot - b.slot);
  const reachable = free.find(({ place }) => planWay(context, seat, place, true) !== null);
  return (reachable ?? free[0])?.slot ?? -1;
}

const round = (meters: number): number => Math.round(meters * 1000);

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
    const found = findBlock(context.scene, block);
    if ('outcome' in found) return found;
    const { index } = found;
    const slot = chooseSlot(context, seat, index, face);
    if (slot === null) return { outcome: 'invalid_target' };
    const place = positions(context, seat, index, face)[slot];
    return place ? { ...startWalk(context, seat, place), slot } : { outcome: 'obstructed' };
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
    const found = findBlock(scene, block);
    if ('outcome' in found) return found;
    const { index } = found;
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
    const met = gatheredAt(scene, index, face);
    if (met.includes(seat) && met.length >= count) return { outcome: 'success' };
    if (tick >= memory.endTick) return { outcome: 'timeout' };
    const place = positions(context, seat, index, face)[memory.slot];
    return place ? holdAt(context, seat, place) : { command: BRAKE };
  },
};
