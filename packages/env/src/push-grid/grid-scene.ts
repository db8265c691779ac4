import { QuorumError, type Rect } from '@quorum/events';
import type { Bounds } from '../navigation/bounds.js';
import type { Point } from '../navigation/point.js';
import { PUSH_DIRECTION, type Face } from '../push/faces.js';
import type { PushLayout } from '../push/layout.js';
import type { PushOptions } from '../push/options.js';
import type { SceneView } from '../push/scene-view.js';
import { seatBodies, type SeatBody } from '../push/seat-body.js';
import { centreOf, PUSH_HEADING, type Cell } from './cell.js';
import { cellsBeside, chainOf, linedUp, type Grid, type GridBlock } from './grid.js';
import type { GridState } from './state.js';

/** Weight of a block that nobody can move. */
const LOCKED_WEIGHT = Infinity;

/** A grid world in the terms of `push`: cells as metres, their middles as places to stand. */
export class GridScene implements SceneView {
  readonly bodies: readonly SeatBody[];
  private cells: Grid | null = null;

  constructor(
    readonly layout: PushLayout,
    private readonly state: GridState,
    options: Pick<PushOptions, 'bodies' | 'keySeats'>,
  ) {
    this.bodies = seatBodies(state.seats.length, options);
  }

  get seats(): GridState['seats'] {
    return this.state.seats;
  }

  get blocks(): GridState['blocks'] {
    return this.state.blocks;
  }

  /** The cells, as the rule sees them; kept until `changed`, for they change at grid steps only. */
  grid(): Grid {
    const { arena, goalX } = this.layout;
    this.cells ??= {
      columns: arena.width,
      rows: arena.height,
      goalColumn: goalX,
      agents: this.state.agents,
      blocks: this.state.blocks.map((_, index) => this.gridBlock(index)),
    };
    return this.cells;
  }

  /** To be called when anything has moved, left or been unlocked. */
  changed(): void {
    this.cells = null;
  }

  body(seat: number): SeatBody {
    const body = this.bodies[seat];
    if (!body) throw new QuorumError('INTERNAL', `There is no seat ${seat}.`);
    return body;
  }

  /** Cell of a seat. */
  cell(seat: number): Cell {
    return this.state.agents[seat] ?? { x: NaN, y: NaN };
  }

  /** Whether a seat stayed where it is in the last grid step. */
  isStanding(seat: number): boolean {
    return this.state.moved[seat] !== true;
  }

  agent(seat: number): Point {
    return centreOf(this.cell(seat));
  }

  blockIndex(id: string): number {
    return this.blocks.findIndex((block) => block.id === id);
  }

  rect(index: number): Rect {
    const side = this.blocks[index]?.side ?? NaN;
    const { x, y } = this.state.corners[index] ?? { x: NaN, y: NaN };
    return { x: x + side / 2, y: y + side / 2, width: side, height: side };
  }

  present(): number[] {
    return this.blocks.flatMap((block, index) => (block.delivered ? [] : [index]));
  }

  bounds(radius: number): Bounds {
    const { arena, goalX } = this.layout;
    return { minX: radius, minY: radius, maxX: goalX - radius, maxY: arena.height - radius };
  }

  /** Seats next to the face or lined up behind those without a gap. In seat order. */
  agentsAtFace(
    index: number,
    face: Face,
    among: readonly number[] = this.seats.map((_, seat) => seat),
  ): number[] {
    const seats = linedUp(this.grid(), index, PUSH_HEADING[face], (seat) => among.includes(seat));
    return seats.sort((a, b) => a - b);
  }

  pressedAhead(index: number, face: Face): number[] {
    return chainOf(this.grid(), index, PUSH_HEADING[face]).slice(1);
  }

  requiredAt(index: number, face: Face): number {
    return chainOf(this.grid(), index, PUSH_HEADING[face]).reduce(
      (sum, i) => sum + (this.blocks[i]?.weight ?? 0),
      0,
    );
  }

  progress(index: number, face: Face): number {
    const { x, y } = this.rect(index);
    return x * PUSH_DIRECTION[face].x + y * PUSH_DIRECTION[face].y;
  }

  /** Cells to push a face from: `rows` rows, nearest row first, each from one end to the other. */
  pushCells(index: number, face: Face, rows: number): Cell[] {
    const block = this.grid().blocks[index];
    if (!block) return [];
    const { x, y } = PUSH_DIRECTION[face];
    return Array.from({ length: rows }, (_, row) =>
      cellsBeside(block, PUSH_HEADING[face], -1).map((cell) => ({
        x: cell.x - x * row,
        y: cell.y - y * row,
      })),
    ).flat();
  }

  private gridBlock(index: number): GridBlock | null {
    const block = this.blocks[index];
    const corner = this.state.corners[index];
    if (!block || !corner || block.delivered) return null;
    const { side, weight, locked } = block;
    return { x: corner.x, y: corner.y, side, weight: locked ? LOCKED_WEIGHT : weight };
  }
}

/** Middles of the cells next to a face: the places to push from in a grid. */
export function pushCentres(block: Rect, face: Face): Point[] {
  const push = PUSH_DIRECTION[face];
  const out = block.width / 2 + 0.5;
  return Array.from({ length: block.width }, (_, i) => {
    const along = i + 0.5 - block.width / 2;
    return {
      x: block.x - push.x * out + (push.x === 0 ? along : 0),
      y: block.y - push.y * out + (push.x === 0 ? 0 : along),
    };
  });
}
