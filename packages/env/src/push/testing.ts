import type { Action, EventDraft, EventOf, EventType, Frame, QuorumEvent } from '@quorum/events';
import type { Point } from '../navigation/point.js';
import { createPush } from './create-push.js';
import type { BlockPlan, PushLayout } from './layout.js';
import type { Knowledge } from './observe.js';
import { pushOptions, type PushOptions } from './options.js';
import type { PushSetup, PushSimulation } from './push-simulation.js';

/** A hand-made scene for tests. */
export interface StagedScene {
  readonly agents: readonly Point[];
  readonly blocks: readonly Omit<BlockPlan, 'id'>[];
  readonly arena?: number;
  readonly options?: Partial<PushOptions>;
  readonly seed?: number;
  readonly knows?: Knowledge;
  readonly onFrame?: (frame: Frame) => void;
}

/** A simulation on a stage, with its events at hand. */
export interface Staged {
  readonly simulation: PushSimulation;
  readonly from: PushSetup;
  readonly events: QuorumEvent[];
  of<T extends EventType>(type: T): EventOf<T>[];
  /** Assigns an action, as part of a plan for a task (by default for none). */
  act(seat: number, action: Action | null, task?: string | null): void;
  run(seconds: number): void;
  /** How the last action of a seat ended, if it has. */
  outcome(seat: number): string | undefined;
}

/** Builds a world of exactly these agents and blocks (b1, b2, … in order). */
export function stage(scene: StagedScene): Staged {
  const events: QuorumEvent[] = [];
  let simulation: PushSimulation | null = null;
  const emit = (draft: EventDraft): number => {
    const stamp = { seq: events.length, tick: simulation?.tick ?? 0, time: 0 };
    events.push({ ...draft, ...stamp } as QuorumEvent);
    return stamp.seq;
  };
  const arena = scene.arena ?? 15;
  const layout: PushLayout = {
    arena: { width: arena, height: arena },
    goalX: arena - 1,
    blocks: scene.blocks.map((block, i) => ({ id: `b${i + 1}`, ...block })),
    agents: scene.agents,
  };
  const from: PushSetup = {
    setup: {
      seed: scene.seed ?? 1,
      seats: scene.agents.length,
      horizonTicks: 3600,
      options: {},
      emit,
      ...(scene.onFrame && { onFrame: scene.onFrame }),
    },
    scenario: 'push-test-v0',
    options: { ...pushOptions.parse({}), ...scene.options },
    layout,
    knows: scene.knows ?? (() => true),
  };
  simulation = createPush(from);
  const world = simulation;
  return {
    simulation: world,
    from,
    events,
    of: <T extends EventType>(type: T) => events.filter((event): event is EventOf<T> => event.type === type),
    act: (seat, action, task) => world.assign(seat, { action, task: task ?? null, inputs: [] }),
    run: (seconds) => {
      for (let tick = 0; tick < seconds * 60; tick++) world.step();
    },
    outcome: (seat) =>
      events.filter((event) => event.type === 'action.ended' && event.seat === seat).at(-1)?.[
        'outcome' as never
      ],
  };
}

/** Agents side by side at the left face of a block, ready to push. */
export function atLeftFace(
  block: { x: number; y: number; side: number },
  count: number,
  radius = 0.3,
): Point[] {
  const span = Math.max(0, block.side - 2 * radius);
  return Array.from({ length: count }, (_, i) => ({
    x: block.x - block.side / 2 - radius - 0.01,
    y: count === 1 ? block.y : block.y - span / 2 + (i * span) / (count - 1),
  }));
}
