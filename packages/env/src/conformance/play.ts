import type { Claim, ClaimVerdict, JsonObject } from '@quorum/events';
import type { Scenario } from '../contract/scenario.js';
import type { Assignment, Observation, Simulation } from '../contract/simulation.js';
import { AssignmentChooser } from './choose-assignment.js';
import { copy } from './json.js';
import { Recorder, type RecordedEvent } from './recorder.js';

/** Which world: all that a simulation is built from, apart from listeners. */
export interface World {
  readonly seed: number;
  readonly seats: number;
  readonly options: JsonObject;
  readonly horizonTicks: number;
}

export type PlayStyle = 'random' | 'cooperative';

/** What a seat saw at one tick, and what the scenario made of it. */
export interface View {
  readonly tick: number;
  readonly seat: number;
  /** As returned, so that later changes to it show. */
  readonly observation: Observation;
  /** Its JSON text when it was returned. */
  readonly json: string;
  readonly text: string;
  /** JSON text of the proposals. */
  readonly proposals: string;
  /** What the seat could claim, and what the world said of it at that moment. */
  readonly claims: readonly { readonly claim: Claim; readonly verdict: ClaimVerdict }[];
}

type Whereabouts = ReturnType<Simulation['position']>;

export interface TimedAssignment {
  readonly tick: number;
  readonly seat: number;
  readonly assignment: Assignment;
}

/** One world played from creation to `finish`, with everything that can be seen of it. */
export interface Play {
  readonly world: World;
  readonly style: PlayStyle;
  readonly events: readonly RecordedEvent[];
  /** Number of events that `create` emitted. */
  readonly created: number;
  /** Index of the first event that `finish` emitted. */
  readonly finishFrom: number;
  readonly ticks: number;
  readonly assignments: readonly TimedAssignment[];
  readonly views: readonly View[];
  /** JSON text of each frame when it was given. */
  readonly frames: readonly string[];
  /** The simulation's own account after each step. */
  readonly readings: readonly { readonly tick: number; readonly score: number; readonly maxScore: number }[];
  /** Where each body ever added was found after the last step, before `finish`. */
  readonly whereabouts: ReadonlyMap<string, Whereabouts>;
  /** `finished` before the first step and after the last one. */
  readonly finishedAtStart: boolean;
  readonly finished: boolean;
}

/** Ticks between two looks at every seat's observation. */
const VIEW_TICKS = 60;

/** Name of a world for messages. */
export function nameWorld({ seed, seats }: World): string {
  return `seed ${seed}, ${seats} seats`;
}

/** Plays a world for at most `limit` ticks. */
export function playWorld(scenario: Scenario, world: World, style: PlayStyle, limit: number): Play {
  const recorder = new Recorder();
  const frames: string[] = [];
  const assignments: TimedAssignment[] = [];
  const views: View[] = [];
  const readings: { tick: number; score: number; maxScore: number }[] = [];
  const simulation = scenario.create({
    ...world,
    emit: recorder.emit,
    onFrame: (frame) => frames.push(JSON.stringify(frame)),
  });
  const created = recorder.events.length;
  const finishedAtStart = simulation.finished;
  const chooser = new AssignmentChooser(scenario, world, style, recorder);
  while (recorder.tick < limit && !simulation.finished) {
    const tick = recorder.tick;
    if (tick % VIEW_TICKS === 0) {
      for (let seat = 0; seat < world.seats; seat++) views.push(look(scenario, simulation, seat, tick));
    }
    for (let seat = 0; seat < world.seats; seat++) {
      const assignment = chooser.next(seat, simulation);
      if (assignment === undefined) continue;
      assignments.push({ tick, seat, assignment });
      simulation.assign(seat, assignment);
    }
    recorder.tick += 1;
    simulation.step();
    readings.push({ tick: simulation.tick, score: simulation.score, maxScore: simulation.maxScore });
  }
  const finished = simulation.finished;
  const whereabouts = new Map<string, Whereabouts>();
  for (const event of recorder.events) {
    if (event.type === 'world.bodyAdded') whereabouts.set(event.body, simulation.position(event.body));
  }
  const finishFrom = recorder.events.length;
  simulation.finish();
  simulation.free();
  const { events, tick: ticks } = recorder;
  return {
    ...{ world, style, events, created, finishFrom, ticks, assignments, views, frames, readings },
    ...{ finishedAtStart, finished, whereabouts },
  };
}

function look(scenario: Scenario, simulation: Simulation, seat: number, tick: number): View {
  const observation = simulation.observe(seat);
  return {
    tick,
    seat,
    observation,
    json: JSON.stringify(observation),
    text: scenario.render(copy(observation)),
    proposals: JSON.stringify(scenario.proposals(copy(observation))),
    claims: scenario.language
      .claims(copy(observation))
      .map((claim) => ({ claim, verdict: simulation.judge(claim) })),
  };
}
