import type { FramePose } from '@quorum/events';
import type { Body } from './bodies.js';
import type { Moment } from './frame-track.js';

/** Where bodies are at a moment between two frames; at the one before where motion is to be left out. */
export function posesAt({ before, after, share }: Moment, isStill: boolean): Map<number, FramePose> {
  if (isStill) return new Map(before.poses.map((pose) => [pose.body, pose]));
  const later = new Map(after.poses.map((pose) => [pose.body, pose]));
  return new Map(
    before.poses.map((pose) => {
      const next = later.get(pose.body);
      return [pose.body, next === undefined ? pose : between(pose, next, share)];
    }),
  );
}

function between(pose: FramePose, next: FramePose, share: number): FramePose {
  const turn = ((next.angle - pose.angle + 3 * Math.PI) % (2 * Math.PI)) - Math.PI;
  return {
    body: pose.body,
    x: pose.x + (next.x - pose.x) * share,
    y: pose.y + (next.y - pose.y) * share,
    angle: pose.angle + turn * share,
  };
}

/** Whether a body at a pose lies under a point, metres; agents are hit from a little beside, too. */
export function covers({ shape }: Body, pose: FramePose, point: { x: number; y: number }): boolean {
  const dx = point.x - pose.x;
  const dy = point.y - pose.y;
  if (shape.kind === 'disc') return Math.hypot(dx, dy) <= shape.radius * 1.3;
  const [cos, sin] = [Math.cos(pose.angle), Math.sin(pose.angle)];
  return (
    Math.abs(dx * cos + dy * sin) <= shape.width / 2 && Math.abs(dy * cos - dx * sin) <= shape.height / 2
  );
}
