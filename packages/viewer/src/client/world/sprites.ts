import { Graphics, Text, type Container } from 'pixi.js';
import type { Body } from '../../model/bodies.js';
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
    text: agent ? `${body.seat}` : body.weight === null ? body.id : `${body.id} · ${body.weight}`,
    style: {
      fontFamily: 'system-ui, sans-serif',
      fontSize: Math.max(7, Math.min(13, at.pixelsPerMeter * 0.4)),
      fontWeight: agent ? 'bold' : 'normal',
      fill: body.seat === null ? INK : inkOn(seatColor(body.seat)),
    },
    resolution: 2,
  });
  label.anchor.set(0.5);
  parent.addChild(shape, label);
  return { body, shape, label };
}
