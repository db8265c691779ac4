import type { Graphics } from 'pixi.js';
import type { WorldLayout } from '@quorum/events';
import type { Projection } from './projection.js';

/** The canvas is cleared with it: to fill the floor as a shape costs a processor that draws WebGL a third of its time. */
export const FLOOR_COLOR = '#fbfaf7';
const REGION_COLORS = { goal: '#dcf2e3', zone: '#f3f4f6' } as const;

/** Draws what lies on the floor: its regions, a grid of metres, and the edge of the arena. */
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
  for (let x = 1; x < width; x++) line(into, at.toPixels({ x, y: 0 }), at.toPixels({ x, y: height }));
  for (let y = 1; y < height; y++) line(into, at.toPixels({ x: 0, y }), at.toPixels({ x: width, y }));
  into.stroke({ color: '#ecebe6', width: 1 });
  into
    .rect(corner.x, corner.y, width * at.pixelsPerMeter, height * at.pixelsPerMeter)
    .stroke({ color: '#6b7280', width: 2 });
}

function line(into: Graphics, from: { x: number; y: number }, to: { x: number; y: number }): void {
  into.moveTo(from.x, from.y).lineTo(to.x, to.y);
}
