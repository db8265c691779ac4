import type { FrameContact } from '@quorum/events';
import { frictionNewtons } from '../physics/constants.js';
import type { Measurement, TaskSample } from '../simulation/constraint-book.js';
import type { Executing } from '../simulation/attempt-book.js';
import { pushedFace } from './controllers/push.js';
import { faceCoordinates, FACES, parseTask, taskOf, type Face } from './faces.js';
import type { SceneView } from './scene-view.js';

/** The task that a seat's push works on now, or null. */
export function executedTask(scene: SceneView, seat: number): string | null {
  const state = scene.seats[seat];
  const face = pushedFace(state?.memory);
  return state?.action?.type === 'push' && face ? taskOf(state.action.block, face) : null;
}

interface PushTask {
  readonly task: string;
  readonly index: number;
  readonly face: Face;
}

/** Tasks on blocks in the world, in the order of blocks and faces. */
function inTaskOrder(scene: SceneView, tasks: Iterable<string>): PushTask[] {
  const known: PushTask[] = [];
  for (const task of tasks) {
    const parsed = parseTask(task);
    const index = parsed ? scene.blockIndex(parsed.block) : -1;
    if (parsed && index >= 0 && !scene.blocks[index]?.delivered)
      known.push({ task, index, face: parsed.face });
  }
  return known.sort((a, b) => a.index - b.index || FACES.indexOf(a.face) - FACES.indexOf(b.face));
}

/** Seats by the task that `taskOfSeat` names for each, in seat order. */
function byTask(scene: SceneView, taskOfSeat: (seat: number) => string | null): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (let seat = 0; seat < scene.seats.length; seat++) {
    const task = taskOfSeat(seat);
    if (task === null) continue;
    const group = groups.get(task);
    if (group) group.push(seat);
    else groups.set(task, [seat]);
  }
  return groups;
}

/** Who executes which task's terminal action now, in task order. */
export function executing(scene: SceneView): Executing[] {
  const pushers = byTask(scene, (seat) => executedTask(scene, seat));
  return inTaskOrder(scene, pushers.keys()).map(({ task, index, face }) => {
    const seats = pushers.get(task) ?? [];
    return {
      task,
      required: scene.requiredAt(index, face),
      seats,
      inputs: seats.map((seat) => scene.seats[seat]?.assigned ?? 0),
      position: scene.progress(index, face),
    };
  });
}

const all = (seats: readonly number[], required: number): Measurement => ({
  count: seats.length,
  required,
  seats,
});

/** Contact force of agents on a face, newtons. Agents further back press through the first row. */
function pressedNewtons(
  scene: SceneView,
  index: number,
  face: Face,
  contacts: readonly FrameContact[],
): number {
  const block = scene.seats.length + index;
  let sum = 0;
  for (const { bodyA, bodyB, force } of contacts) {
    // Agents are numbered before blocks.
    if (bodyB !== block || bodyA >= scene.seats.length) continue;
    const rect = scene.rect(index);
    const { out, along } = faceCoordinates(rect, face, scene.agent(bodyA));
    if (out > 0 && Math.abs(along) <= rect.width / 2) sum += force;
  }
  return sum;
}

/**
 * The degree to which each constraint of each involved task holds now, each from its own source: participation from
 * commitments, spatial from poses, temporal from the actions being executed, dependency from capabilities, and the
 * force share from measured contact forces.
 * @param measured contact forces of the ticks to average over
 */
export function measure(scene: SceneView, measured: readonly (readonly FrameContact[])[]): TaskSample[] {
  const commitments = byTask(scene, (seat) => scene.seats[seat]?.task ?? null);
  const pushers = byTask(scene, (seat) => executedTask(scene, seat));
  const involved = new Set([...commitments.keys(), ...pushers.keys()]);
  return inTaskOrder(scene, involved).map(({ task, index, face }) => {
    const ahead = scene.pressedAhead(index, face);
    const pushed = [index, ...ahead].map((i) => scene.blocks[i]?.weight ?? 0);
    const required = pushed.reduce((a, b) => a + b, 0);
    const committed = commitments.get(task) ?? [];
    const now = pushers.get(task) ?? [];
    const taking = [...new Set([...committed, ...now])].sort((a, b) => a - b);
    const holders = taking.filter((seat) => scene.bodies[seat]?.hasKey);
    const pressed = measured.map((contacts) => pressedNewtons(scene, index, face, contacts));
    const newtons = pressed.reduce((a, b) => a + b, 0) / Math.max(1, pressed.length);
    const friction = pushed.map(frictionNewtons).reduce((a, b) => a + b, 0);
    return {
      task,
      constraints: {
        participation: all(committed, required),
        spatial: all(scene.agentsAtFace(index, face), required),
        temporal: all(now, required),
        // Who has opened a lock has met the dependency for all who come later.
        dependency: {
          count: scene.blocks[index]?.locked ? Math.min(1, holders.length) : 1,
          required: 1,
          seats: scene.blocks[index]?.needsKey ? holders : [],
        },
      },
      forceShare: newtons / friction,
    };
  });
}
