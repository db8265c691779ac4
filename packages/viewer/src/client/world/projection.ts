interface Point {
  readonly x: number;
  readonly y: number;
}

/** From metres (origin bottom left, y up) to pixels (origin top left, y down) and back. */
export interface Projection {
  readonly pixelsPerMeter: number;
  toPixels(point: Point): Point;
  toMeters(point: Point): Point;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const MARGIN_PIXELS = 10;

/** Fits an arena into a canvas, in the middle. */
export function projection(arena: Size, canvas: Size): Projection {
  const pixelsPerMeter = Math.max(
    1,
    Math.min(
      (canvas.width - 2 * MARGIN_PIXELS) / arena.width,
      (canvas.height - 2 * MARGIN_PIXELS) / arena.height,
    ),
  );
  const left = (canvas.width - arena.width * pixelsPerMeter) / 2;
  const top = (canvas.height - arena.height * pixelsPerMeter) / 2;
  return {
    pixelsPerMeter,
    toPixels: ({ x, y }) => ({ x: left + x * pixelsPerMeter, y: top + (arena.height - y) * pixelsPerMeter }),
    toMeters: ({ x, y }) => ({
      x: (x - left) / pixelsPerMeter,
      y: arena.height - (y - top) / pixelsPerMeter,
    }),
  };
}
