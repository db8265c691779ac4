import { FRAME_TICKS, type Frame } from '@quorum/events';
import type { Simulation, SimulationState } from '../../contract/simulation.js';
import { createRng } from '../../rng/create-rng.js';
import type { Check } from '../check.js';
import { copy } from '../json.js';
import { playWorld, type Play } from '../play.js';
import { firstDifference, Rerun } from '../rerun.js';
import type { Subject } from '../subject.js';
import { overPlays } from '../verdicts.js';

/** Ticks between looks in the check that looking changes nothing. */
const LOOK_TICKS = 23;

/** Ticks that a world is played on after its neighbour was freed. */
const AFTERWARDS_TICKS = 90;

/** Same inputs, same bytes; whatever else the host does. */
export const determinismChecks: readonly Check[] = [
  {
    name: 'same-inputs-same-events',
    promise: 'The same seed and assignments give the same events and frames.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        const again = playWorld(subject.scenario, play.world, play.style, subject.ticks);
        const difference = firstDifference(again.events, play.events);
        if (difference !== null) yield `the second time, ${difference}`;
        else if (again.frames.join() !== play.frames.join()) yield 'the frames differ';
      }),
  },
  {
    name: 'observing-changes-nothing',
    promise: 'Observing a world and listening to its frames changes nothing in it.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        const watched = Rerun.start(subject.scenario, play, () => undefined).complete((simulation, tick) => {
          if (tick % LOOK_TICKS !== 0) return;
          for (let seat = 0; seat < play.world.seats; seat++) {
            simulation.observe(seat);
            simulation.observe(seat, true);
          }
        });
        const difference = firstDifference(watched, subject.unobserved(play));
        if (difference !== null) yield `when watched, ${difference}`;
      }),
  },
  {
    name: 'restore-continues',
    promise: 'A world saved and restored at any tick, by way of JSON text, goes on bit for bit.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        const rng = createRng(play.world.seed, 'conformance', 'save', play.style);
        const half = Math.floor(play.ticks / 2);
        yield* saveAndRestore(subject, play, [rng.integer(0, half), rng.integer(half, play.ticks - 1)]);
      }),
  },
  {
    name: 'worlds-are-independent',
    promise: 'Worlds played side by side, created and freed in between, do not touch each other.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        const neighbour = Rerun.start(subject.scenario, play);
        const tested = Rerun.start(subject.scenario, play);
        const half = Math.floor(play.ticks / 2);
        for (let tick = 1; tick <= half; tick++) {
          neighbour.advanceTo(tick);
          tested.advanceTo(tick);
        }
        neighbour.simulation.free();
        const later = Rerun.start(subject.scenario, play);
        tested.advanceTo(half + AFTERWARDS_TICKS);
        later.simulation.free();
        tested.simulation.free();
        const { events } = tested.recorder;
        const difference = firstDifference(events, subject.unobserved(play).slice(0, events.length));
        if (difference !== null) yield `beside other worlds, ${difference}`;
      }),
  },
  {
    name: 'clock',
    promise: '`tick` counts the steps done.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        const wrong = play.readings.findIndex(({ tick }, i) => tick !== i + 1);
        if (wrong >= 0) yield `tick is ${play.readings[wrong]?.tick} after ${wrong + 1} steps`;
      }),
  },
  {
    name: 'state-hash',
    promise: 'The state hash is emitted every 60 ticks and last of all, and follows the state.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        const hashes = play.events.filter((event) => event.type === 'world.hash');
        const during = hashes.filter(({ seq, tick }) => seq < play.finishFrom && tick > 0);
        const expected = Math.floor(play.ticks / 60);
        const ticks = during.map(({ tick }) => tick);
        if (during.length !== expected || ticks.some((tick, i) => tick !== 60 * (i + 1))) {
          yield `hashes came at ticks [${ticks.join(', ')}] of ${play.ticks}`;
        }
        if (play.events.at(-1)?.type !== 'world.hash') yield 'the last event is not a world.hash';
        const odd = hashes.find(({ state }) => !/^[0-9a-f]{32}$/.test(state));
        if (odd !== undefined) yield `"${odd.state}" is not 32 hex digits`;
        if (hashes.length > 2 && new Set(hashes.map(({ state }) => state)).size < 2) {
          yield 'the hash stays the same while the world changes';
        }
      }),
  },
  {
    name: 'frames',
    promise: `A frame is given every ${FRAME_TICKS} ticks with a finite pose for every body present.`,
    run: (subject) =>
      overPlays(subject, function* (play) {
        const frames = play.frames.map((text) => JSON.parse(text) as Frame);
        const ticks = frames.map(({ tick }) => tick).filter((tick) => tick > 0);
        const expected = Math.floor(play.ticks / FRAME_TICKS);
        if (ticks.length !== expected || ticks.some((tick, i) => tick !== FRAME_TICKS * (i + 1))) {
          yield `${ticks.length} frames in ${play.ticks} ticks, the first at ticks [${ticks.slice(0, 4).join(', ')}]`;
          return;
        }
        for (const frame of frames) {
          const bodies = frame.poses.map(({ body }) => body);
          const present = presentBodies(play, frame.tick);
          if (JSON.stringify(bodies) !== JSON.stringify(present)) {
            yield `the frame of tick ${frame.tick} has bodies [${bodies.join(', ')}], not [${present.join(', ')}]`;
            return;
          }
          const { poses } = frame;
          if (!poses.every(({ x, y, angle }) => [x, y, angle].every((value) => Number.isFinite(value)))) {
            yield `a pose of the frame of tick ${frame.tick} is not finite`;
            return;
          }
        }
      }),
  },
];

/** Indices of the bodies in the world after the events of `tick`. */
function presentBodies(play: Play, tick: number): number[] {
  const bodies: string[] = [];
  const gone = new Set<string>();
  for (const event of play.events) {
    if (event.tick > tick || event.seq >= play.finishFrom) break;
    if (event.type === 'world.bodyAdded') bodies.push(event.body);
    if (event.type === 'world.bodyRemoved') gone.add(event.body);
  }
  return bodies.flatMap((body, index) => (gone.has(body) ? [] : [index]));
}

/** A state taken between ticks, with what the simulation said of itself then. */
interface Checkpoint {
  readonly tick: number;
  /** Events emitted before it. */
  readonly events: number;
  readonly saved: SimulationState;
  readonly account: string;
}

function* saveAndRestore(subject: Subject, play: Play, ticks: readonly number[]): Generator<string> {
  const expected = subject.unobserved(play);
  const original = Rerun.start(subject.scenario, play);
  const checkpoints = ticks.map((tick): Checkpoint => {
    const { simulation, recorder } = original.advanceTo(tick);
    return {
      tick,
      events: recorder.events.length,
      account: describe(simulation),
      saved: simulation.save(),
    };
  });
  // Played on before the states are used: a state that shares memory with its world has changed by then.
  const difference = firstDifference(original.complete(), expected);
  if (difference !== null) yield `after saving at ticks ${ticks.join(' and ')}, ${difference}`;

  for (const { tick, events, saved, account } of checkpoints) {
    const state = { engine: saved.engine === null ? null : saved.engine.slice(), json: copy(saved.json) };
    const restored = Rerun.restore(subject.scenario, play, state, { tick, events });
    const emitted = restored.recorder.events[0];
    const now = describe(restored.simulation);
    const rest = firstDifference(restored.complete(), expected.slice(events));
    if (emitted !== undefined) yield `restoring emits ${emitted.type}`;
    else if (now !== account) yield `saved at tick ${tick} as ${account}, it is restored as ${now}`;
    else if (rest !== null) yield `after saving and restoring at tick ${tick}, ${rest}`;
  }
}

function describe({ tick, score, maxScore, finished }: Simulation): string {
  return JSON.stringify({ tick, score, maxScore, finished });
}
