import { QuorumError, type Rect } from '@quorum/events';
import type { PhysicsWorld } from '../physics/physics-world.js';
import type { Bounds } from '../navigation/bounds.js';
import type { Point } from '../navigation/point.js';
import { PUSH_DIRECTION, type Face } from './faces.js';
import type { PushLayout } from './layout.js';
import type { PushOptions } from './options.js';
import { seatBodies, type SeatBody } from './seat-body.js';
import type { BlockState, SeatState } from './state.js';

/** How far from the exact push position an agent still counts as being there, metres. */
const AT_FACE_METERS = 0.1;

/** Queues behind a face end here, metres: about six rows. */
const QUEUE_METERS = 4;

/** Gap up to which two blocks count as pressed together, metres. */
const PRESSED_METERS = 0.03;

/** Speed from which walkers keep out of a block's way, metres per second. */
const MOVING_SPEED = 0.1;

/** Geometry of a `push` world: the floor plan, the poses of the moment and the questions controllers ask. */
export class Scene {
  readonly bodies: readonly SeatBody[];
  private readonly byId: ReadonlyMap<string, number>;
  private readonly everybody: readonly number[];
  private readonly rects: Rect[] = [];
  private indices: readonly number[] = [];
  private kept: readonly Rect[] | null = null;

  constructor(
    readonly physics: PhysicsWorld,
    readonly layout: PushLayout,
    options: Pick<PushOptions, 'bodies' | 'keySeats'>,
    readonly seats: readonly SeatState[],
    readonly blocks: readonly BlockState[],
  ) {
    this.bodies = seatBodies(seats.length, options);
    this.everybody = seats.map((_, seat) => seat);
    this.byId = new Map(blocks.map((block, index) => [block.id, index]));
    this.refresh();
  }

  /** Takes in that bodies have moved or left: call after every step and every removal. */
  refresh(): void {
    this.kept = null;
    this.rects.length = 0;
    if (this.indices.length === 0 || this.indices.some((index) => this.blocks[index]?.delivered)) {
      this.indices = this.blocks.flatMap((block, index) => (block.delivered ? [] : [index]));
    }
  }

  body(seat: number): SeatBody {
    const body = this.bodies[seat];
    if (!body) throw new QuorumError('INTERNAL', `There is no seat ${seat}.`);
    return body;
  }

  agent(seat: number): Point {
    return { x: this.physics.x[seat] ?? NaN, y: this.physics.y[seat] ?? NaN };
  }

  /** Number of a block in `blocks`; -1 when there is none of that id. */
  blockIndex(id: string): number {
    return this.byId.get(id) ?? -1;
  }

  /** Outline of a block that is in the world. */
  rect(index: number): Rect {
    const known = this.rects[index];
    if (known) return known;
    const side = this.blocks[index]?.side ?? NaN;
    const body = this.seats.length + index;
    const rect = {
      x: this.physics.x[body] ?? NaN,
      y: this.physics.y[body] ?? NaN,
      width: side,
      height: side,
    };
    this.rects[index] = rect;
    return rect;
  }

  /** Numbers of the blocks in the world. */
  present(): readonly number[] {
    return this.indices;
  }

  /** What walkers keep clear of: all blocks in the world, and the floor that moving ones will take in a second. */
  obstacles(): readonly Rect[] {
    this.kept ??= this.findObstacles();
    return this.kept;
  }

  private findObstacles(): Rect[] {
    const rects = this.present().map((index) => this.rect(index));
    const swept = this.present().flatMap((index) => {
      const body = this.seats.length + index;
      const vx = this.physics.vx[body] ?? 0;
      const vy = this.physics.vy[body] ?? 0;
      if (vx * vx + vy * vy < MOVING_SPEED * MOVING_SPEED) return [];
      const { x, y, width, height } = this.rect(index);
      return [{ x: x + vx / 2, y: y + vy / 2, width: width + Math.abs(vx), height: height + Math.abs(vy) }];
    });
    return [...rects, ...swept];
  }

  /** True when a disc at this place would overlap a block. */
  hitsBlock(x: number, y: number, radius: number): boolean {
    const first = this.seats.length;
    return this.blocks.some(
      ({ side, delivered }, index) =>
        !delivered &&
        Math.abs(x - (this.physics.x[first + index] ?? 0)) < side / 2 + radius &&
        Math.abs(y - (this.physics.y[first + index] ?? 0)) < side / 2 + radius,
    );
  }

  /** Where the centre of an agent of this radius can be. */
  bounds(radius: number): Bounds {
    const { arena, goalX } = this.layout;
    return { minX: radius, minY: radius, maxX: goalX - radius, maxY: arena.height - radius };
  }

  /**
   * Seats at a push position of the face or queued behind one: touching the face, or touching from behind an agent
   * that counts. In seat order.
   * @param among the seats looked at; all by default
   */
  agentsAtFace(index: number, face: Face, among: readonly number[] = this.everybody): number[] {
    const { x, y } = this.physics;
    const body = this.seats.length + index;
    const push = PUSH_DIRECTION[face];
    const half = (this.blocks[index]?.side ?? NaN) / 2;
    const near: { seat: number; out: number; along: number }[] = [];
    for (const seat of among) {
      const dx = (x[seat] ?? NaN) - (x[body] ?? NaN);
      const dy = (y[seat] ?? NaN) - (y[body] ?? NaN);
      const out = -(dx * push.x + dy * push.y) - half;
      const along = push.x === 0 ? dx : dy;
      if (out > 0 && out < QUEUE_METERS && Math.abs(along) <= half) near.push({ seat, out, along });
    }
    near.sort((a, b) => a.out - b.out || a.seat - b.seat);
    const counted: typeof near = [];
    for (const candidate of near) {
      const radius = this.body(candidate.seat).radius;
      const atFace = candidate.out <= radius + AT_FACE_METERS;
      const queued = counted.some((ahead) => {
        const touch = radius + this.body(ahead.seat).radius;
        const gap = candidate.out - ahead.out;
        return gap > 0 && gap <= touch + AT_FACE_METERS && Math.abs(candidate.along - ahead.along) <= radius;
      });
      if (atFace || queued) counted.push(candidate);
    }
    return counted.map(({ seat }) => seat).sort((a, b) => a - b);
  }

  /** Blocks that a push on the face would have to move too, nearest first, without the block itself. */
  pressedAhead(index: number, face: Face): number[] {
    const found: number[] = [];
    const frontier = [index];
    for (let current = frontier.shift(); current !== undefined; current = frontier.shift()) {
      for (const other of this.indices) {
        if (other !== index && this.touchesAhead(current, other, face) && !found.includes(other)) {
          found.push(other);
          frontier.push(other);
        }
      }
    }
    return found;
  }

  /** Whether `other` touches the side of a block that a push on the face moves ahead. */
  private touchesAhead(index: number, other: number, face: Face): boolean {
    const { x, y } = this.physics;
    const first = this.seats.length;
    const push = PUSH_DIRECTION[face];
    const halves = ((this.blocks[index]?.side ?? NaN) + (this.blocks[other]?.side ?? NaN)) / 2;
    const dx = (x[first + other] ?? NaN) - (x[first + index] ?? NaN);
    const dy = (y[first + other] ?? NaN) - (y[first + index] ?? NaN);
    const gap = dx * push.x + dy * push.y - halves;
    return gap > -PRESSED_METERS && gap <= PRESSED_METERS && Math.abs(push.x === 0 ? dx : dy) < halves;
  }

  /** Weight that a push on the face has to move: the block and all pressed ahead of it. */
  requiredAt(index: number, face: Face): number {
    return [index, ...this.pressedAhead(index, face)].reduce(
      (sum, i) => sum + (this.blocks[i]?.weight ?? 0),
      0,
    );
  }

  /** Position of a block along the direction in which the face is pushed, metres. */
  progress(index: number, face: Face): number {
    const { x, y } = this.rect(index);
    return x * PUSH_DIRECTION[face].x + y * PUSH_DIRECTION[face].y;
  }
}
