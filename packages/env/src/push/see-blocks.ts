import type { Rect } from '@quorum/events';
import type { Point } from '../navigation/point.js';
import { FACES, pushPositions, type Face } from './faces.js';
import type { PushLayout } from './layout.js';
import type { SeenBlock, SeenFace } from './observation.js';
import type { SceneView } from './scene-view.js';

/** What seeing blocks needs of a simulation. */
export interface BlocksInView {
  readonly layout: PushLayout;
  readonly scene: SceneView;
  /** Whether a seat knows the weight of a block (number in the list of blocks). */
  knows(seat: number, block: number): boolean;
  /** Places to push from; by default those of discs. */
  readonly places?: typeof pushPositions;
}

interface SightedAgent {
  readonly seat: number;
  readonly at: Point;
}

interface SightedBlock {
  /** Number in the list of blocks. */
  readonly index: number;
  readonly id: string;
  readonly rect: Rect;
}

/** What a seat sees, where it sees it. */
export interface Sight {
  readonly agents: readonly SightedAgent[];
  readonly blocks: readonly SightedBlock[];
}

/** Bodies near a block: nothing else can stand on its push positions. */
interface Surroundings {
  readonly rects: readonly Rect[];
  /** Teammates, each with the distance from its centre at which the observer would touch it. */
  readonly agents: readonly { readonly at: Point; readonly touch: number }[];
}

/** How far bodies may overlap where one of them still counts as free, metres. */
const BLOCK_OVERLAP = 0.005;
const AGENT_OVERLAP = 0.05;

/** A length as observations tell it, in whole centimetres. */
export const round = (value: number): number => Math.round(value * 100) / 100;

/** Distance from a point to the nearest point of a box. */
export function distanceTo(rect: Rect, { x, y }: Point): number {
  const dx = Math.max(0, Math.abs(x - rect.x) - rect.width / 2);
  const dy = Math.max(0, Math.abs(y - rect.y) - rect.height / 2);
  return Math.sqrt(dx * dx + dy * dy);
}

/** Blocks in the way to the right, nearest first. */
export function blockersOf(
  rect: Rect,
  blocks: readonly { readonly id: string; readonly rect: Rect }[],
): string[] {
  return blocks
    .filter(
      ({ rect: other }) =>
        other.x > rect.x && Math.abs(other.y - rect.y) < (other.height + rect.height) / 2 - 0.01,
    )
    .sort((a, b) => a.rect.x - b.rect.x || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** What is near enough to some of the places to stand on them; looked up once a block, not once a place. */
function surroundings(
  { scene }: BlocksInView,
  seat: number,
  sight: Sight,
  places: readonly Point[],
): Surroundings {
  const { radius } = scene.body(seat);
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of places) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  const isNear = ({ x, y }: Point, reachX: number, reachY: number): boolean =>
    x + reachX >= minX && x - reachX <= maxX && y + reachY >= minY && y - reachY <= maxY;
  const rects: Rect[] = [];
  for (const { rect } of sight.blocks) {
    if (isNear(rect, rect.width / 2 + radius, rect.height / 2 + radius)) rects.push(rect);
  }
  const agents: { at: Point; touch: number }[] = [];
  for (const { seat: other, at } of sight.agents) {
    if (other === seat) continue;
    const touch = radius + scene.body(other).radius - AGENT_OVERLAP;
    if (isNear(at, touch, touch)) agents.push({ at, touch });
  }
  return { rects, agents };
}

/** Whether nothing stands on a place. */
function isFree({ rects, agents }: Surroundings, radius: number, place: Point): boolean {
  for (const rect of rects) {
    if (distanceTo(rect, place) < radius - BLOCK_OVERLAP) return false;
  }
  for (const { at, touch } of agents) {
    const dx = at.x - place.x;
    const dy = at.y - place.y;
    if (dx * dx + dy * dy < touch * touch) return false;
  }
  return true;
}

function seeFaces(
  world: BlocksInView,
  seat: number,
  sight: Sight,
  { index, rect }: SightedBlock,
  visible: readonly number[],
): Record<Face, SeenFace> {
  const { scene, places = pushPositions } = world;
  const { radius } = scene.body(seat);
  const { minX, minY, maxX, maxY } = scene.bounds(radius);
  const byFace = FACES.map((face) => places(rect, face, radius, 1));
  const around = surroundings(world, seat, sight, byFace.flat());
  const see = (face: Face, i: number): SeenFace => {
    const positions: (readonly [number, number])[] = [];
    for (const place of byFace[i] ?? []) {
      const { x, y } = place;
      const inside = x >= minX && x <= maxX && y >= minY && y <= maxY;
      if (inside && isFree(around, radius, place)) positions.push([round(x), round(y)]);
    }
    return { positions, seats: scene.agentsAtFace(index, face, visible) };
  };
  return Object.fromEntries(FACES.map((face, i) => [face, see(face, i)])) as Record<Face, SeenFace>;
}

/** The blocks in sight, each with what the seat can tell of it. */
export function seeBlocks(world: BlocksInView, seat: number, sight: Sight, privileged: boolean): SeenBlock[] {
  const visible = sight.agents.map((agent) => agent.seat);
  return sight.blocks.map((block) => {
    const { index, id, rect } = block;
    const state = world.scene.blocks[index];
    const side = state?.side ?? 0;
    const blockers = blockersOf(rect, sight.blocks);
    return {
      id,
      x: round(rect.x),
      y: round(rect.y),
      side,
      weight: privileged || world.knows(seat, index) ? (state?.weight ?? 0) : null,
      locked: state?.locked ?? false,
      distanceToGoal: round(Math.max(0, world.layout.goalX - rect.x - side / 2)),
      pathClear: blockers.length === 0,
      blockers,
      faces: seeFaces(world, seat, sight, block, visible),
    };
  });
}
