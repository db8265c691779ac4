import type { ActionOutcome, Rect } from '@quorum/events';
import { TICK_SECONDS } from '../physics/constants.js';
import { BRAKE } from '../physics/motor.js';
import { pathIsFree, planPath } from '../navigation/plan-path.js';
import { distance, type Point } from '../navigation/point.js';
import { steer, type Mover } from '../navigation/steer.js';
import type { ControlContext, ControlStep } from './controller.js';

/** Memory of a walk: the way ahead and how well it goes. Plain JSON (a type, so that it is assignable to Json). */
export type Walk = {
  path: { x: number; y: number }[];
  /** Least remaining distance so far, metres. */
  nearest: number;
  /** Tick of the last real progress. */
  progressTick: number;
  replans: number;
  deadlineTick: number;
  /** No other agent can come near before this tick. */
  aloneUntil: number;
};

/** A goal is reached within this, metres. */
const ARRIVED_METERS = 0.03;
/** A waypoint is passed within this, metres. */
const PASSED_METERS = 0.06;
const PROGRESS_METERS = 0.1;
/** Ticks without progress before a new way is sought. */
const STALLED_TICKS = 60;
/** New ways sought before giving up. */
const MAX_REPLANS = 6;
/** Ticks between attempts to find a way where there was none. */
const RETRY_TICKS = 15;
/** Ticks without progress before a walker shoves with full force. */
const SHOVE_TICKS = 30;
/** Ticks between looks at the progress made. */
const PROGRESS_TICKS = 6;
/** Ticks between checks that the way is still free. */
const CHECK_TICKS = 60;
/** A goal that has moved this far needs a new way, metres. */
const GOAL_DRIFT_METERS = 0.1;
/** Distance at which others matter for steering, metres. */
const NEIGHBOUR_METERS = 1.5;
/** Two agents close in by no more than this in a tick (twice the greatest speed, and some), metres. */
const CLOSING_METERS_PER_TICK = 0.12;
const MOST_ALONE_TICKS = 60;
/** Speed below which another agent is walked round rather than steered past, metres per second. */
const STANDING_SPEED = 0.1;

/** Length of a way, metres. */
export function wayMeters(from: Point, path: readonly Point[]): number {
  let sum = 0;
  let last = from;
  for (const point of path) {
    sum += distance(last, point);
    last = point;
  }
  return sum;
}

/** Standing agents as obstacles to plan round, but those at the very goal. */
function standing({ scene }: ControlContext, seat: number, goal: Point): Rect[] {
  const { vx, vy } = scene.physics;
  return scene.seats.flatMap((_, other) => {
    if (other === seat) return [];
    const sx = vx[other] ?? 0;
    const sy = vy[other] ?? 0;
    if (sx * sx + sy * sy > STANDING_SPEED * STANDING_SPEED) return [];
    const at = scene.agent(other);
    const size = 2 * scene.body(other).radius;
    return distance(at, goal) < size / 2 ? [] : [{ ...at, width: size, height: size }];
  });
}

/** The way to a goal, round standing agents or as if there were none; null when no way leads there. */
export function planWay(
  context: ControlContext,
  seat: number,
  goal: Point,
  roundAgents: boolean,
): Point[] | null {
  const { scene } = context;
  const { radius } = scene.body(seat);
  const obstacles = [...scene.obstacles(), ...(roundAgents ? standing(context, seat, goal) : [])];
  return planPath(scene.agent(seat), goal, { obstacles, bounds: scene.bounds(radius), radius });
}

/** Begins a walk to where somebody may stand. Whether a way leads there shows as it goes. */
export function startWalk(context: ControlContext, seat: number, goal: Point): Walk {
  const path = planWay(context, seat, goal, true) ?? planWay(context, seat, goal, false) ?? [];
  if (path.length > 0) context.planned(seat, path);
  const meters = wayMeters(context.scene.agent(seat), path);
  const ticks = Math.ceil((meters / context.scene.body(seat).speed / TICK_SECONDS) * 3) + 600;
  return {
    path: path.map(({ x, y }) => ({ x, y })),
    nearest: meters,
    progressTick: context.tick,
    replans: 0,
    deadlineTick: context.tick + ticks,
    aloneUntil: 0,
  };
}

function replan(context: ControlContext, seat: number, walk: Walk, goal: Point): ActionOutcome | null {
  const path = planWay(context, seat, goal, true) ?? planWay(context, seat, goal, false);
  if (!path) {
    // Bodies move: what is shut now may open soon.
    walk.path = [];
    return context.tick - walk.progressTick > STALLED_TICKS ? 'no_path' : null;
  }
  context.planned(seat, path);
  walk.path = path.map(({ x, y }) => ({ x, y }));
  walk.nearest = wayMeters(context.scene.agent(seat), path);
  walk.progressTick = context.tick;
  return null;
}

/** Looks after the way: seeks another when it is blocked, when its goal has moved or when nothing moves. */
function maintain(context: ControlContext, seat: number, walk: Walk, goal: Point): ActionOutcome | null {
  const { scene, tick } = context;
  const end = walk.path.at(-1);
  if (tick > walk.deadlineTick) return 'timeout';
  if (!end) return (tick + seat) % RETRY_TICKS === 0 ? replan(context, seat, walk, goal) : null;
  if (distance(end, goal) > GOAL_DRIFT_METERS) return replan(context, seat, walk, goal);
  end.x = goal.x;
  end.y = goal.y;
  if ((tick + seat) % PROGRESS_TICKS !== 0) return null;
  const from = scene.agent(seat);
  const left = wayMeters(from, walk.path);
  if (left < walk.nearest - PROGRESS_METERS) {
    walk.nearest = left;
    walk.progressTick = tick;
  }
  if (tick - walk.progressTick > STALLED_TICKS) {
    walk.replans += 1;
    return walk.replans > MAX_REPLANS ? 'obstructed' : replan(context, seat, walk, goal);
  }
  const blocked =
    (tick + seat) % CHECK_TICKS === 0 &&
    !pathIsFree(from, walk.path, { obstacles: scene.obstacles(), radius: scene.body(seat).radius });
  return blocked ? replan(context, seat, walk, goal) : null;
}

/** Agents close enough to matter; null when there are none, and then for how long none can come. */
function neighbours({ scene, tick }: ControlContext, seat: number, walk: Walk): Mover[] | null {
  if (tick < walk.aloneUntil) return null;
  const { x, y, vx, vy } = scene.physics;
  const ownX = x[seat] ?? NaN;
  const ownY = y[seat] ?? NaN;
  let movers: Mover[] | null = null;
  let nearest = Infinity;
  for (let other = 0; other < scene.seats.length; other++) {
    if (other === seat) continue;
    const dx = Math.abs((x[other] ?? NaN) - ownX);
    const dy = Math.abs((y[other] ?? NaN) - ownY);
    nearest = Math.min(nearest, Math.max(dx, dy));
    if (dx > NEIGHBOUR_METERS || dy > NEIGHBOUR_METERS) continue;
    movers ??= [];
    movers.push({
      x: x[other] ?? NaN,
      y: y[other] ?? NaN,
      vx: vx[other] ?? 0,
      vy: vy[other] ?? 0,
      radius: scene.body(other).radius,
    });
  }
  const alone = Math.floor((nearest - NEIGHBOUR_METERS) / CLOSING_METERS_PER_TICK);
  walk.aloneUntil = tick + Math.max(0, Math.min(MOST_ALONE_TICKS, alone));
  return movers;
}

/** One tick of walking to `goal` (which may drift): `success` on arrival. */
export function stepWalk(context: ControlContext, seat: number, walk: Walk, goal: Point): ControlStep {
  const { scene } = context;
  const at = scene.agent(seat);
  if (distance(at, goal) <= ARRIVED_METERS) return { outcome: 'success' };
  const problem = maintain(context, seat, walk, goal);
  if (problem) return { outcome: problem };
  let target = walk.path[0];
  while (target && walk.path.length > 1 && distance(at, target) <= PASSED_METERS) {
    walk.path.shift();
    target = walk.path[0];
  }
  if (!target) return { command: BRAKE };
  const meters = distance(at, target);
  const { speed, radius } = scene.body(seat);
  const wanted = Math.min(speed, meters / TICK_SECONDS);
  const direction = { x: (target.x - at.x) / meters, y: (target.y - at.y) / meters };
  const others = neighbours(context, seat, walk);
  const steered = others
    ? steer(
        { x: at.x, y: at.y, vx: direction.x * wanted, vy: direction.y * wanted, radius },
        direction,
        wanted,
        others,
        (x, y) => scene.hitsBlock(x, y, radius),
      )
    : { direction, speed: wanted };
  return {
    command: {
      directionX: steered.direction.x,
      directionY: steered.direction.y,
      speed: steered.speed,
      press: context.tick - walk.progressTick > SHOVE_TICKS,
    },
  };
}
