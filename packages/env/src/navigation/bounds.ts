import { EPSILON } from './grown.js';
import type { Point } from './point.js';

/** Where the centre of a walker may be. */
export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

export const inside = (point: Point, bounds: Bounds): boolean =>
  point.x >= bounds.minX - EPSILON &&
  point.x <= bounds.maxX + EPSILON &&
  point.y >= bounds.minY - EPSILON &&
  point.y <= bounds.maxY + EPSILON;

export const onto = ({ minX, minY, maxX, maxY }: Bounds, { x, y }: Point): Point => ({
  x: Math.min(maxX, Math.max(minX, x)),
  y: Math.min(maxY, Math.max(minY, y)),
});
