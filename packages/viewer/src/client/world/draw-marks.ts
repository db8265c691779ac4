import type { Graphics } from 'pixi.js';
import type { FramePose } from '@quorum/events';
import type { Body } from '../../model/bodies.js';
import { FORCE_COLOR, RING_COLORS, seatColor } from '../palette.js';
import type { Projection } from './projection.js';

interface Point {
  readonly x: number;
  readonly y: number;
}

const RING_WIDTH_METERS = 0.12;
const ARROW_WIDTH_METERS = 0.13;
/** Length of the arrow of a force of one agent. */
const METERS_PER_NEWTON = 0.02;

/** A circle round what is selected, at a point of the picture. */
export function drawHalo(into: Graphics, body: Body, at: Projection, { x, y }: Point): void {
  into.circle(x, y, (radiusOf(body) + 0.2) * at.pixelsPerMeter).stroke({ color: '#111827', width: 2 });
}

/** How far a seat sees; stronger for the one that is selected. */
export function drawSight(
  into: Graphics,
  { seat, meters, isSelected }: { seat: number; meters: number; isSelected: boolean },
  at: Projection,
  { x, y }: Point,
): void {
  into
    .circle(x, y, meters * at.pixelsPerMeter)
    .fill({ color: seatColor(seat), alpha: isSelected ? 0.1 : 0.02 })
    .stroke({ color: seatColor(seat), width: isSelected ? 2 : 1, alpha: isSelected ? 0.9 : 0.4 });
}

/** A ring that fills with the share of the force that is needed. */
export function drawRing(
  into: Graphics,
  share: number | null,
  body: Body,
  at: Projection,
  { x, y }: Point,
): void {
  if (share === null || share <= 0) return;
  const radius = radiusOf(body) * 0.72 * at.pixelsPerMeter;
  const start = -Math.PI / 2;
  const end = start + 2 * Math.PI * Math.min(1, share);
  into.moveTo(x + radius * Math.cos(start), y + radius * Math.sin(start));
  into.arc(x, y, radius, start, end);
  const color = share >= 1 ? RING_COLORS.enough : RING_COLORS.tooLittle;
  into.stroke({ color, width: RING_WIDTH_METERS * at.pixelsPerMeter });
}

/** The way that a seat means to take from where it is. */
export function drawPath(
  into: Graphics,
  points: readonly (readonly [number, number])[],
  seat: number,
  at: Projection,
  from: Point,
): void {
  if (points.length === 0) return;
  into.moveTo(from.x, from.y);
  for (const [x, y] of points) {
    const next = at.toPixels({ x, y });
    into.lineTo(next.x, next.y);
  }
  into.stroke({ color: seatColor(seat), width: 2, alpha: 0.45 });
}

/** An arrow for the force with which an agent presses on a body. */
export function drawForce(
  into: Graphics,
  agent: FramePose,
  other: FramePose,
  force: number,
  at: Projection,
): void {
  const dx = other.x - agent.x;
  const dy = other.y - agent.y;
  const length = Math.hypot(dx, dy) || 1;
  const reach = Math.min(1.5, force * METERS_PER_NEWTON);
  if (reach < 0.02) return;
  // Blocks are pushed square to a face: the greater part of the way between the centres.
  const along = Math.abs(dx) > Math.abs(dy) ? { x: Math.sign(dx), y: 0 } : { x: 0, y: Math.sign(dy) };
  const unit = length < 0.01 ? { x: 0, y: 0 } : along;
  const tail = at.toPixels(agent);
  const head = at.toPixels({ x: agent.x + unit.x * (0.3 + reach), y: agent.y + unit.y * (0.3 + reach) });
  const width = ARROW_WIDTH_METERS * at.pixelsPerMeter;
  const side = { x: -unit.y * width, y: -unit.x * width };
  const back = { x: head.x - unit.x * 1.5 * width, y: head.y + unit.y * 1.5 * width };
  into
    .moveTo(tail.x, tail.y)
    .lineTo(head.x, head.y)
    .stroke({ color: FORCE_COLOR, width: width / 2 });
  into
    .poly([head.x, head.y, back.x + side.x, back.y + side.y, back.x - side.x, back.y - side.y])
    .fill(FORCE_COLOR);
}

function radiusOf({ shape }: Body): number {
  return shape.kind === 'disc' ? shape.radius : Math.min(shape.width, shape.height) / 2;
}
