import { TICKS_PER_SECOND, type Rect } from '@quorum/events';
import type { Observation, SimulationSetup } from '../contract/simulation.js';
import type { Point } from '../navigation/plan-path.js';
import { createRng } from '../rng/create-rng.js';
import { FACES, pushPositions, type Face } from './faces.js';
import type { PushLayout } from './layout.js';
import type { PushObservation, SeenBlock, SeenFace } from './observation.js';
import type { PushOptions } from './options.js';
import type { SceneView } from './scene-view.js';

/** Whether a seat knows the weight of a block (number in the list of blocks). */
export type Knowledge = (seat: number, block: number) => boolean;

/** What observing needs of a simulation. */
export interface Observed {
  readonly scenario: string;
  readonly setup: Pick<SimulationSetup, 'seed' | 'horizonTicks'>;
  readonly options: PushOptions;
  readonly layout: PushLayout;
  readonly knows: Knowledge;
  readonly scene: SceneView;
  readonly state: { readonly tick: number; readonly score: number };
  /** Places to push from; by default those of discs. */
  readonly places?: typeof pushPositions;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Distance from a point to the nearest point of a box. */
function distanceTo(rect: Rect, { x, y }: Point): number {
  const dx = Math.max(0, Math.abs(x - rect.x) - rect.width / 2);
  const dy = Math.max(0, Math.abs(y - rect.y) - rect.height / 2);
  return Math.sqrt(dx * dx + dy * dy);
}

/** Blocks in the way to the right, nearest first. */
function blockersOf(rect: Rect, others: readonly { id: string; rect: Rect }[]): string[] {
  return others
    .filter(
      ({ rect: other }) =>
        other.x > rect.x && Math.abs(other.y - rect.y) < (other.height + rect.height) / 2 - 0.01,
    )
    .sort((a, b) => a.rect.x - b.rect.x || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

interface Sight {
  readonly agents: readonly { readonly seat: number; readonly at: Point }[];
  readonly blocks: readonly { readonly index: number; readonly id: string; readonly rect: Rect }[];
}

function seenFace(
  observed: Observed,
  seat: number,
  sight: Sight,
  block: { index: number; rect: Rect },
  face: Face,
): SeenFace {
  const { scene } = observed;
  const { radius } = scene.body(seat);
  const { minX, minY, maxX, maxY } = scene.bounds(radius);
  const visible = sight.agents.map((agent) => agent.seat);
  const places = observed.places ?? pushPositions;
  const free = places(block.rect, face, radius, 1).filter(({ x, y }) => {
    const inside = x >= minX && x <= maxX && y >= minY && y <= maxY;
    const blocked = sight.blocks.some(({ rect }) => distanceTo(rect, { x, y }) < radius - 0.005);
    const taken = sight.agents.some(({ seat: other, at: { x: ox, y: oy } }) => {
      const touch = radius + scene.body(other).radius - 0.05;
      return other !== seat && (ox - x) * (ox - x) + (oy - y) * (oy - y) < touch * touch;
    });
    return inside && !blocked && !taken;
  });
  return {
    positions: free.map(({ x, y }) => [round(x), round(y)] as const),
    seats: scene.agentsAtFace(block.index, face, visible),
  };
}

function seenBlock(
  observed: Observed,
  seat: number,
  sight: Sight,
  index: number,
  privileged: boolean,
): SeenBlock {
  const state = observed.scene.blocks[index];
  const rect = sight.blocks.find((block) => block.index === index)?.rect ?? observed.scene.rect(index);
  const others = sight.blocks.filter((block) => block.index !== index);
  const blockers = blockersOf(rect, others);
  const side = state?.side ?? 0;
  return {
    id: state?.id ?? '',
    x: round(rect.x),
    y: round(rect.y),
    side,
    weight: privileged || observed.knows(seat, index) ? (state?.weight ?? 0) : null,
    locked: state?.locked ?? false,
    distanceToGoal: round(Math.max(0, observed.layout.goalX - rect.x - side / 2)),
    pathClear: blockers.length === 0,
    blockers,
    faces: Object.fromEntries(
      FACES.map((face) => [face, seenFace(observed, seat, sight, { index, rect }, face)]),
    ) as Record<Face, SeenFace>,
  };
}

/** What is within sight, with the seat's sensing error on every position but its own. */
function look(observed: Observed, seat: number, privileged: boolean): Sight {
  const { scene, options, setup, state } = observed;
  const self = scene.agent(seat);
  const sight = privileged ? null : options.sightMeters;
  const deviation = privileged ? 0 : options.sensingNoiseMeters;
  const blur = (point: Point, name: string): Point => {
    if (deviation === 0) return point;
    const rng = createRng(setup.seed, 'sensing', seat, state.tick, name);
    return { x: point.x + rng.normal() * deviation, y: point.y + rng.normal() * deviation };
  };
  return {
    agents: scene.seats.flatMap((_, other) => {
      const at = scene.agent(other);
      if (other === seat) return [{ seat: other, at }];
      const dx = at.x - self.x;
      const dy = at.y - self.y;
      const visible = sight === null || dx * dx + dy * dy <= sight * sight;
      return visible ? [{ seat: other, at: blur(at, `a${other}`) }] : [];
    }),
    blocks: scene.present().flatMap((index) => {
      const rect = scene.rect(index);
      const id = scene.blocks[index]?.id ?? '';
      const visible = sight === null || distanceTo(rect, self) <= sight;
      return visible ? [{ index, id, rect: { ...rect, ...blur(rect, id) } }] : [];
    }),
  };
}

/** What a seat sees now; `privileged` lifts the limits of sight, knowledge and sensing. */
export function observe(observed: Observed, seat: number, privileged: boolean): Observation {
  const { scene, setup, options, layout, state } = observed;
  const sight = look(observed, seat, privileged);
  const at = scene.agent(seat);
  const body = scene.body(seat);
  const observation: PushObservation = {
    scenario: observed.scenario,
    arena: { ...layout.arena, goalX: layout.goalX },
    rules: { sightMeters: options.sightMeters, seats: scene.seats.length },
    clock: {
      seconds: round(state.tick / TICKS_PER_SECOND),
      secondsLeft: round(Math.max(0, setup.horizonTicks - state.tick) / TICKS_PER_SECOND),
    },
    self: {
      seat,
      x: round(at.x),
      y: round(at.y),
      forceNewtons: body.forceNewtons,
      radius: body.radius,
      speed: body.speed,
      hasKey: body.hasKey,
      action: scene.seats[seat]?.action?.type ?? null,
    },
    teammates: sight.agents
      .filter(({ seat: other }) => other !== seat)
      .map(({ seat: other, at: { x, y } }) => ({ seat: other, x: round(x), y: round(y) })),
    blocks: sight.blocks.map(({ index }) => seenBlock(observed, seat, sight, index, privileged)),
    score: {
      points: state.score,
      delivered: scene.blocks.filter(({ delivered }) => delivered).length,
      blocks: scene.blocks.length,
    },
  };
  return observation;
}
