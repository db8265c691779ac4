import { Graphics, Text, type Container } from 'pixi.js';
import type { Body } from '../../model/bodies.js';
import type { Degree } from '../../model/tasks.js';
import { INK, inkOn, seatColor } from '../palette.js';
import type { Projection } from './projection.js';

/** A body as it is drawn: made once, moved each time. */
export interface Sprite {
  readonly body: Body;
  readonly shape: Graphics;
  readonly label: Text;
}

/** Adds the picture of a body. */
export function addSprite(parent: Container, body: Body, at: Projection): Sprite {
  const shape = new Graphics();
  if (body.shape.kind === 'disc') {
    shape.circle(0, 0, body.shape.radius * at.pixelsPerMeter).fill(seatColor(body.seat ?? 0));
    shape.stroke({ color: INK, width: 1 });
  } else {
    const width = body.shape.width * at.pixelsPerMeter;
    const height = body.shape.height * at.pixelsPerMeter;
    shape
      .rect(-width / 2, -height / 2, width, height)
      .fill('#e8dcc6')
      .stroke({ color: '#8a7450', width: 1.5 });
  }
  const agent = body.seat !== null;
  const label = new Text({
    text: labelOf(body, null),
    style: {
      fontFamily: 'system-ui, sans-serif',
      fontSize: Math.max(7, Math.min(13, at.pixelsPerMeter * 0.4)),
      align: 'center',
      fontWeight: agent ? 'bold' : 'normal',
      fill: body.seat === null ? INK : inkOn(seatColor(body.seat)),
    },
    resolution: 2,
  });
  label.anchor.set(0.5);
  parent.addChild(shape, label);
  return { body, shape, label };
}

/**
 * A block's name above the agents it needs, or above `1/2` while one of them is there: narrow enough for the smallest
 * block and the ring around it. Where one is enough and there, only the name is left, since the ring lies close.
 */
function labelOf({ id, seat, weight }: Body, present: Degree | null): string {
  if (seat !== null) return `${seat}`;
  if (present !== null) return present.required === 1 ? id : `${id}\n${present.count}/${present.required}`;
  return weight === null ? id : `${id}\n${weight}`;
}

/** Says on a body how many are at it. */
export function relabel({ body, label }: Sprite, present: Degree | null): void {
  const text = labelOf(body, present);
  // A text is drawn anew whenever it is set.
  if (label.text !== text) label.text = text;
}
