import type { Body } from '../../model/bodies.js';
import { followed } from './layers.js';
import type { WorldScene } from './world-scene.js';

/** What a pointer does to a world. */
export interface PointerActions {
  readonly redraw: () => void;
  readonly select: (body: Body | null) => void;
}

const ZOOM_STEP = 1.2;
/** Pixels that a pointer may move and still click. */
const CLICK_PIXELS = 4;

/** Wheel zooms, dragging pans and ends following, a click selects. Returns how to stop listening. */
export function listenToPointer(
  canvas: HTMLCanvasElement,
  scene: WorldScene,
  { redraw, select }: PointerActions,
): () => void {
  let from: { x: number; y: number } | null = null;
  let moved = false;
  const controller = new AbortController();
  const { signal } = controller;
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      scene.zoom(event.deltaY < 0 ? ZOOM_STEP : 1 / ZOOM_STEP, event.offsetX, event.offsetY);
      redraw();
    },
    { signal, passive: false },
  );
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      from = { x: event.clientX, y: event.clientY };
      moved = false;
    },
    { signal },
  );
  window.addEventListener(
    'pointermove',
    (event) => {
      if (from === null) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!moved && Math.abs(dx) + Math.abs(dy) < CLICK_PIXELS) return;
      moved = true;
      from = { x: event.clientX, y: event.clientY };
      followed.value = null;
      scene.pan(dx, dy);
      redraw();
    },
    { signal },
  );
  window.addEventListener('pointerup', () => (from = null), { signal });
  canvas.addEventListener(
    'click',
    (event) => {
      if (!moved) select(scene.bodyAt(event.offsetX, event.offsetY));
    },
    { signal },
  );
  return () => controller.abort();
}
