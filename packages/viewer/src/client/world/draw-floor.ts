import type { Graphics } from 'pixi.js';
import type { WorldLayout } from '@quorum/events';
import type { Projection } from './projection.js';

/** The canvas is cleared with it: to fill the floor as a shape costs a processor that draws WebGL a third of its time. */
export const FLOOR_COLOR = '#fbfaf7';
/** Lines of metres that lie closer are a haze: then there is one every five metres. */
const FINE_GRID_PIXELS = 10;
const REGION_COLORS = { goal: '#dcf2e3', zone: '#f3f4f6' } as const;

/** Draws what lies on the floor: its regions, a grid of one metre or five, and the edge of the arena. */
export function drawFloor(into: Graphics, layout: WorldLayout | null, at: Projection): void {
  into.clear();
  if (layout === null) return;
  const { width, height } = layout.arena;
  const corner = at.toPixels({ x: 0, y: height });
  for (const region of layout.regions) {
    const start = at.toPixels({ x: region.x - region.width / 2, y: region.y + region.height / 2 });
    into
      .rect(start.x, start.y, region.width * at.pixelsPerMeter, region.height * at.pixelsPerMeter)
      .fill(REGION_COLORS[region.kind]);
  }
  const step = at.pixelsPerMeter < FINE_GRID_PIXELS ? 5 : 1;
  for (let x = step; x < width; x += step)
    line(into, at.toPixels({ x, y: 0 }), at.toPixels({ x, y: height }));
  for (let y = step; y < height; y += step)
    line(into, at.toPixels({ x: 0, y }), at.toPixels({ x: width, y }));
  into.stroke({ color: '#ecebe6', width: 1 });
  into
    .rect(corner.x, corner.y, width * at.pixelsPerMeter, height * at.pixelsPerMeter)
    .stroke({ color: '#6b7280', width: 2 });
}

function line(into: Graphics, from: { x: number; y: number }, to: { x: number; y: number }): void {
  into.moveTo(from.x, from.y).lineTo(to.x, to.y);
}
