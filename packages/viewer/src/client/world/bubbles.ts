import { Container, Graphics, Text } from 'pixi.js';
import type { Bubble } from '../../model/at-time.js';
import { INK, seatColor } from '../palette.js';

/** Speech bubbles over the heads of those who speak. */
export interface Bubbles {
  readonly container: Container;
  draw(bubbles: readonly Bubble[], placeOf: (seat: number) => { x: number; y: number } | null): void;
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
    draw(bubbles, placeOf) {
      const seats = new Set(bubbles.map(({ seat }) => seat));
      for (const [seat, { box }] of drawn) {
        if (seats.has(seat)) continue;
        box.destroy({ children: true });
        drawn.delete(seat);
      }
      for (const bubble of bubbles) {
        let known = drawn.get(bubble.seat);
        if (known?.seq !== bubble.seq) {
          known?.box.destroy({ children: true });
          known = { seq: bubble.seq, box: makeBubble(bubble) };
          container.addChild(known.box);
          drawn.set(bubble.seat, known);
        }
        const place = placeOf(bubble.seat);
        known.box.visible = place !== null;
        known.box.alpha = bubble.strength;
        if (place !== null) known.box.position.set(place.x + 8, place.y - 14 - known.box.height);
      }
    },
  };
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
