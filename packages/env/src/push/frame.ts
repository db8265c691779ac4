import type { Frame, FrameContact, FramePose } from '@quorum/events';
import { angleOf } from '../physics/trig.js';
import type { Scene } from './scene.js';

/** What a viewer draws of a `push` world: poses, and for agents the direction in which they move. */
export function pushFrame(scene: Scene, tick: number, contacts: readonly FrameContact[]): Frame {
  const { x, y, vx, vy } = scene.physics;
  const poses: FramePose[] = [];
  for (let body = 0; body < scene.physics.count; body++) {
    const px = x[body] ?? NaN;
    if (Number.isNaN(px)) continue;
    const moving = body < scene.seats.length && ((vx[body] ?? 0) !== 0 || (vy[body] ?? 0) !== 0);
    poses.push({ body, x: px, y: y[body] ?? NaN, angle: moving ? angleOf(vx[body] ?? 0, vy[body] ?? 0) : 0 });
  }
  return { tick, poses, contacts };
}
