import type { Rect } from '@quorum/events';
import type { Point } from '../navigation/point.js';

/** Faces of a block. Pushing on `left` moves it right. */
export const FACES = ['left', 'right', 'top', 'bottom'] as const;
export type Face = (typeof FACES)[number];

/** The face on which a push leads to the goal. */
export const GOAL_FACE: Face = 'left';

/** Direction in which a push on the face moves the block. */
export const PUSH_DIRECTION: Readonly<Record<Face, Point>> = {
  left: { x: 1, y: 0 },
  right: { x: -1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

/** Room between an agent at a push position and the face, metres. */
const FACE_GAP = 0.01;

/** Room between agents side by side at a face, metres. */
const SLOT_GAP = 0.02;

/** Task id of pushing on a face, `b3/left`. */
export const taskOf = (block: string, face: Face): string => `${block}/${face}`;

/** Block and face of a task id, or null. */
export function parseTask(task: string): { block: string; face: Face } | null {
  const [block, name, ...rest] = task.split('/');
  const face = FACES.find((known) => known === name);
  return block && face && rest.length === 0 ? { block, face } : null;
}

/** How far `point` lies in front of the face (negative: behind it) and along it from its middle, metres. */
export function faceCoordinates(block: Rect, face: Face, point: Point): { out: number; along: number } {
  const push = PUSH_DIRECTION[face];
  const dx = point.x - block.x;
  const dy = point.y - block.y;
  const half = push.x === 0 ? block.height / 2 : block.width / 2;
  return { out: -(dx * push.x + dy * push.y) - half, along: push.x === 0 ? dx : dy };
}

/** The face whose side of the block the point lies on (ties: left and right first). */
export function faceTowards(block: Rect, point: Point): Face {
  let best: Face = 'left';
  let most = -Infinity;
  for (const face of FACES) {
    const { out } = faceCoordinates(block, face, point);
    if (out > most + 1e-9) {
      most = out;
      best = face;
    }
  }
  return best;
}

/** Places to push from: `rows` rows in front of the face, nearest row first, each from one end to the other. */
export function pushPositions(block: Rect, face: Face, radius: number, rows: number): Point[] {
  const push = PUSH_DIRECTION[face];
  const side = push.x === 0 ? block.width : block.height;
  const half = push.x === 0 ? block.height / 2 : block.width / 2;
  const perRow = Math.max(1, Math.floor((side + SLOT_GAP) / (2 * radius + SLOT_GAP)));
  const span = Math.max(0, side - 2 * radius);
  const points: Point[] = [];
  for (let row = 0; row < rows; row++) {
    const out = half + radius + FACE_GAP + row * (2 * radius + FACE_GAP);
    for (let i = 0; i < perRow; i++) {
      const along = perRow === 1 ? 0 : -span / 2 + (i * span) / (perRow - 1);
      points.push({
        x: block.x - push.x * out + (push.x === 0 ? along : 0),
        y: block.y - push.y * out + (push.x === 0 ? 0 : along),
      });
    }
  }
  return points;
}
