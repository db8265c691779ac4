import type { Rect } from '@quorum/events';
import type { Point } from './point.js';

/** Room left between a walker and what it walks round, metres. */
export const MARGIN = 0.05;
export const EPSILON = 1e-6;

/** An obstacle grown by the walker's size; the walker is a point from here on. */
export interface Grown {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

const gapTo = (point: Point, rect: Rect): number =>
  Math.max(Math.abs(point.x - rect.x) - rect.width / 2, Math.abs(point.y - rect.y) - rect.height / 2);

/**
 * Grows an obstacle by the walker's radius and a margin, but never over the start or the goal: who already stands
 * close to a block may leave it, and a push position may be approached.
 */
export function grow(rect: Rect, from: Point, to: Point, radius: number): Grown {
  const by = Math.min(radius + MARGIN, gapTo(from, rect), gapTo(to, rect));
  return {
    minX: rect.x - rect.width / 2 - by,
    minY: rect.y - rect.height / 2 - by,
    maxX: rect.x + rect.width / 2 + by,
    maxY: rect.y + rect.height / 2 + by,
  };
}

/** Share of the segment at which it enters the inside of the box (touching an edge is free); Infinity if never. */
function entry(a: Point, b: Point, box: Grown): number {
  const minX = box.minX + EPSILON;
  const maxX = box.maxX - EPSILON;
  const minY = box.minY + EPSILON;
  const maxY = box.maxY - EPSILON;
  // Most boxes lie wholly on one side.
  if ((a.x <= minX && b.x <= minX) || (a.x >= maxX && b.x >= maxX)) return Infinity;
  if ((a.y <= minY && b.y <= minY) || (a.y >= maxY && b.y >= maxY)) return Infinity;
  if (minX >= maxX || minY >= maxY) return Infinity;
  let enter = 0;
  let leave = 1;
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  if (dx !== 0) {
    const t1 = (minX - a.x) / dx;
    const t2 = (maxX - a.x) / dx;
    enter = Math.max(enter, Math.min(t1, t2));
    leave = Math.min(leave, Math.max(t1, t2));
  }
  if (dy !== 0) {
    const t1 = (minY - a.y) / dy;
    const t2 = (maxY - a.y) / dy;
    enter = Math.max(enter, Math.min(t1, t2));
    leave = Math.min(leave, Math.max(t1, t2));
  }
  return enter < leave ? enter : Infinity;
}

/** Number of the first box that the segment runs into; -1 if none. */
export function firstHit(a: Point, b: Point, boxes: readonly Grown[]): number {
  let first = -1;
  let soonest = Infinity;
  for (let i = 0; i < boxes.length; i++) {
    const box = boxes[i];
    const enter = box ? entry(a, b, box) : Infinity;
    if (enter < soonest) {
      soonest = enter;
      first = i;
    }
  }
  return first;
}

export const within = ({ x, y }: Point, box: Grown): boolean =>
  x > box.minX + EPSILON && x < box.maxX - EPSILON && y > box.minY + EPSILON && y < box.maxY - EPSILON;
