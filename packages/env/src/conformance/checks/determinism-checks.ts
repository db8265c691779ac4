import { FRAME_TICKS } from '@quorum/events';
import { createRng } from '../../rng/create-rng.js';
import type { Check } from '../check.js';
import { copy } from '../json.js';
import { playWorld, type Play } from '../play.js';
import { firstDifference, Rerun } from '../rerun.js';
import type { Subject } from '../subject.js';
import { overPlays } from '../verdicts.js';

/** Ticks between looks in the check that looking changes nothing. */
const LOOK_TICKS = 7;

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
        else if (JSON.stringify(again.frames) !== JSON.stringify(play.frames)) yield 'the frames differ';
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
        for (const tick of new Set([0, rng.integer(1, play.ticks - 1), rng.integer(1, play.ticks - 1)])) {
          const problem = saveAndRestore(subject, play, tick);
          if (problem !== null) yield `saved at tick ${tick}: ${problem}`;
        }
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
        const difference = firstDifference(tested.complete(), subject.unobserved(play));
        later.simulation.free();
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
        const ticks = play.frames.map(({ tick }) => tick).filter((tick) => tick > 0);
        const expected = Math.floor(play.ticks / FRAME_TICKS);
        if (ticks.length !== expected || ticks.some((tick, i) => tick !== FRAME_TICKS * (i + 1))) {
          yield `${ticks.length} frames in ${play.ticks} ticks, the first at ticks [${ticks.slice(0, 4).join(', ')}]`;
          return;
        }
        for (const frame of play.frames) {
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

function saveAndRestore(subject: Subject, play: Play, tick: number): string | null {
  const expected = subject.unobserved(play);
  const original = Rerun.start(subject.scenario, play).advanceTo(tick);
  const before = original.recorder.events.length;
  const { simulation } = original;
  const account = { tick: simulation.tick, score: simulation.score, finished: simulation.finished };
  const saved = simulation.save();
  // Played on before the state is used: a state that shares memory with its world has changed by then.
  const difference = firstDifference(original.complete(), expected);
  if (difference !== null) return `after saving, ${difference}`;

  const state = { engine: saved.engine === null ? null : saved.engine.slice(), json: copy(saved.json) };
  const restored = Rerun.restore(subject.scenario, play, state, { tick, events: before });
  if (restored.recorder.events.length > 0) {
    return `restoring emits ${restored.recorder.events[0]?.type}`;
  }
  const { simulation: continued } = restored;
  const now = { tick: continued.tick, score: continued.score, finished: continued.finished };
  if (JSON.stringify(now) !== JSON.stringify(account)) {
    return `restored as ${JSON.stringify(now)}, saved as ${JSON.stringify(account)}`;
  }
  const rest = firstDifference(restored.complete(), expected.slice(before));
  return rest === null ? null : `after restoring, ${rest}`;
}
