interface Point {
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a picture lies on its canvas: pixels of its corner, and how many times larger it is than one that fits. */
export interface View extends Point {
  readonly scale: number;
}

/** The whole world. */
export const WHOLE: View = { x: 0, y: 0, scale: 1 };
/** Least scale of a world that follows an agent: at 1 there would be nowhere to go. */
export const FOLLOW_SCALE = 2;
const LARGEST = 8;

/** Larger or smaller by a factor; what is at a point of the canvas stays there. */
export function zoom(view: View, factor: number, { x, y }: Point): View {
  const scale = Math.min(LARGEST, Math.max(1, view.scale * factor));
  if (scale === 1) return WHOLE;
  const real = scale / view.scale;
  return { x: x - (x - view.x) * real, y: y - (y - view.y) * real, scale };
}

/** Moved by some pixels; the whole world stays where it is. */
export function pan(view: View, dx: number, dy: number): View {
  return view.scale === 1 ? view : { ...view, x: view.x + dx, y: view.y + dy };
}

/** With a point of the picture in the middle of the canvas. */
export function centre(view: View, point: Point, canvas: Size): View {
  const scale = Math.max(FOLLOW_SCALE, view.scale);
  return { x: canvas.width / 2 - point.x * scale, y: canvas.height / 2 - point.y * scale, scale };
}

/** Where a point of the picture lies on the canvas. */
export function toCanvas(view: View, { x, y }: Point): Point {
  return { x: view.x + x * view.scale, y: view.y + y * view.scale };
}

/** Whether a point of the picture lies in the middle half of the canvas, both ways. */
export function isNearMiddle(view: View, point: Point, canvas: Size): boolean {
  const { x, y } = toCanvas(view, point);
  return Math.abs(x / canvas.width - 0.5) <= 0.25 && Math.abs(y / canvas.height - 0.5) <= 0.25;
}
