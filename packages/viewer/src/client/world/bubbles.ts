import { Container, Graphics, Text } from 'pixi.js';
import type { Bubble } from '../../model/at-time.js';
import { INK, seatColor } from '../palette.js';
import { placeBubble, type Box } from './place-bubble.js';

/** Speech bubbles over the heads of those who speak. */
export interface Bubbles {
  readonly container: Container;
  /** Places are pixels of the canvas; who is outside of it has no bubble. */
  draw(
    bubbles: readonly Bubble[],
    on: { readonly isStill: boolean; readonly canvas: Size },
    placeOf: (seat: number) => { x: number; y: number } | null,
  ): void;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Drawn {
  readonly seq: number;
  readonly box: Container;
}

const WIDTH_PIXELS = 170;
const PADDING = 6;

/** Starts without any. A bubble's text is laid out once. */
export function createBubbles(): Bubbles {
  const container = new Container();
  const drawn = new Map<number, Drawn>();
  return {
    container,
    draw(bubbles, { isStill, canvas }, placeOf) {
      const seats = new Set(bubbles.map(({ seat }) => seat));
      for (const [seat, { box }] of drawn) {
        if (seats.has(seat)) continue;
        box.destroy({ children: true });
        drawn.delete(seat);
      }
      const placed: Box[] = [];
      for (const bubble of bubbles) {
        let known = drawn.get(bubble.seat);
        if (known?.seq !== bubble.seq) {
          known?.box.destroy({ children: true });
          known = { seq: bubble.seq, box: makeBubble(bubble) };
          container.addChild(known.box);
          drawn.set(bubble.seat, known);
        }
        const place = placeOf(bubble.seat);
        known.box.visible = place !== null && isInside(place, canvas);
        known.box.alpha = isStill ? 1 : bubble.strength;
        if (place !== null) {
          const { width, height } = known.box;
          const x = Math.max(2, Math.min(place.x + 8, canvas.width - width - 2));
          const box = placeBubble({ x, y: Math.max(2, place.y - 14 - height), width, height }, placed);
          known.box.position.set(box.x, box.y);
          if (known.box.visible) placed.push(box);
        }
      }
    },
  };
}

function isInside({ x, y }: { readonly x: number; readonly y: number }, { width, height }: Size): boolean {
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

function makeBubble({ seat, text }: Bubble): Container {
  const box = new Container();
  const label = new Text({
    text,
    style: {
      fontFamily: 'system-ui, sans-serif',
      fontSize: 11,
      fill: INK,
      wordWrap: true,
      wordWrapWidth: WIDTH_PIXELS,
    },
    resolution: 2,
  });
  label.position.set(PADDING, PADDING / 2);
  const frame = new Graphics()
    .roundRect(0, 0, label.width + 2 * PADDING, label.height + PADDING, 6)
    .fill({ color: '#ffffff', alpha: 0.94 })
    .stroke({ color: seatColor(seat), width: 1.5 });
  box.addChild(frame, label);
  return box;
}
