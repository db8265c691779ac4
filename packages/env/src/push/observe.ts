import { TICKS_PER_SECOND } from '@quorum/events';
import type { Observation, SimulationSetup } from '../contract/simulation.js';
import type { Point } from '../navigation/point.js';
import { createRng } from '../rng/create-rng.js';
import type { PushObservation } from './observation.js';
import type { PushOptions } from './options.js';
import { distanceTo, round, seeBlocks, type BlocksInView, type Sight } from './see-blocks.js';

/** Whether a seat knows the weight of a block (number in the list of blocks). */
export type Knowledge = (seat: number, block: number) => boolean;

/** What observing needs of a simulation. */
export interface Observed extends BlocksInView {
  readonly scenario: string;
  readonly setup: Pick<SimulationSetup, 'seed' | 'horizonTicks'>;
  readonly options: PushOptions;
  readonly state: { readonly tick: number; readonly score: number };
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
    blocks: seeBlocks(observed, seat, sight, privileged),
    score: {
      points: state.score,
      delivered: scene.blocks.filter(({ delivered }) => delivered).length,
      blocks: scene.blocks.length,
    },
  };
  return observation;
}
