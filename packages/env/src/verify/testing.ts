import {
  LOG_FORMAT,
  type Action,
  type EpisodeHeader,
  type EventDraft,
  type JsonObject,
  type QuorumEvent,
} from '@quorum/events';
import type { Scenario } from '../contract/scenario.js';
import type { Simulation } from '../contract/simulation.js';
import type { Rng } from '../rng/rng.js';
import { createRng } from '../rng/create-rng.js';

/** What an idle seat does next. */
export interface Plan {
  readonly task: string | null;
  readonly actions: readonly Action[];
}

/** Makes plans without an agent: from proposals and random actions. */
export type Policy = (scenario: Scenario, simulation: Simulation, seat: number, rng: Rng) => Plan;

/** Anything. */
export const random: Policy = (scenario, simulation, seat, rng) => ({
  task: rng.pick([null, 'b1/left', 'b2/top', 'nothing']),
  actions: [scenario.randomAction(simulation.observe(seat), rng)],
});

/** Each for the best that it sees. */
export const greedy: Policy = (scenario, simulation, seat, rng) => {
  const [best] = scenario.proposals(simulation.observe(seat));
  return best ?? random(scenario, simulation, seat, rng);
};

/** All for what the first seat would do best, with full view; nobody waits for the others before pushing. */
export const central: Policy = (scenario, simulation, seat, rng) => {
  const [best] = scenario.proposals(simulation.observe(0, true));
  if (!best) return random(scenario, simulation, seat, rng);
  return { task: best.task, actions: best.actions.filter(({ type }) => type !== 'rendezvous') };
};

/** A log as an episode would write it: header, world events, and some others between them. */
export interface RecordedLog {
  readonly header: EpisodeHeader;
  readonly events: readonly QuorumEvent[];
}

/** Plays a short episode in which idle seats follow a policy, and keeps its log. */
export function record(
  scenario: Scenario,
  policy: Policy,
  play: {
    readonly seed: number;
    readonly seats: number;
    readonly ticks: number;
    readonly options?: JsonObject;
  },
): RecordedLog {
  const { seed, seats, ticks } = play;
  const options = scenario.options.parse(play.options ?? {});
  const events: QuorumEvent[] = [];
  const idle = new Set(Array.from({ length: seats }, (_, seat) => seat));
  let simulation: Simulation | null = null;
  const log = (draft: EventDraft): number => {
    const stamp = { seq: events.length, tick: simulation?.tick ?? 0, time: 0 };
    events.push({ ...structuredClone(draft), ...stamp } as QuorumEvent);
    if (draft.type === 'action.ended') idle.add(draft.seat);
    return stamp.seq;
  };
  const world = scenario.create({ seed, seats, horizonTicks: ticks, options, emit: log });
  simulation = world;
  const plans = new Map<number, Plan>();
  while (world.tick < ticks && !world.finished) {
    for (const seat of [...idle].sort((a, b) => a - b)) {
      const rng = createRng(seed, 'policy', seat, world.tick);
      const begun = plans.get(seat);
      const { task, actions } = begun?.actions.length ? begun : policy(scenario, world, seat, rng);
      const [action = null, ...rest] = actions;
      plans.set(seat, { task, actions: rest });
      const cause = log({ type: 'activation.started', inputs: [], seat, purpose: 'plan' });
      idle.delete(seat);
      world.assign(seat, { action, task, inputs: [cause] });
    }
    world.step();
  }
  world.finish();
  const { score, maxScore, finished } = world;
  log({ type: 'episode.ended', inputs: [], status: finished ? 'completed' : 'horizon', score, maxScore });
  world.free();
  const header: EpisodeHeader = {
    format: LOG_FORMAT,
    scenario: scenario.name,
    options,
    seed,
    repeat: 1,
    team: Array.from({ length: seats }, () => ({ agent: 'test', modelKind: 'scripted', options: {} })),
    structure: 'individual',
    topology: { name: 'none', options: {} },
    protocol: { name: 'independent', options: {} },
    channel: {},
    clock: { mode: 'barrier', profile: 'zero-v1', timeScale: 1 },
    horizonTicks: ticks,
    deadlineMicros: null,
    limits: { calls: null, tokens: null },
    versions: {},
  };
  return { header, events };
}
