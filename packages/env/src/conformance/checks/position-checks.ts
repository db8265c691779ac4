import type { Check } from '../check.js';
import { Recorder } from '../recorder.js';
import { overPlays, overWorlds } from '../verdicts.js';

/** Engines may store places in single precision, metres. */
const PRECISION_METERS = 0.001;

/** Where bodies are, by name and by seat. */
export const positionChecks: readonly Check[] = [
  {
    name: 'positions',
    promise:
      'Bodies are found by name, those of seats also by seat number; what is not in the world is nowhere.',
    run: (subject) => {
      const atStart = overWorlds(subject, function* (world) {
        const { events, emit } = new Recorder();
        const simulation = subject.scenario.create({ ...world, emit });
        for (const event of events) {
          if (event.type !== 'world.bodyAdded') continue;
          const { body, seat, x, y } = event;
          for (const of of seat === undefined ? [body] : [body, seat]) {
            const at = simulation.position(of);
            const isThere = at !== null && Math.abs(at.x - x) + Math.abs(at.y - y) < PRECISION_METERS;
            if (!isThere) yield `${of}, put at (${x}, ${y}), is found at ${JSON.stringify(at)}`;
          }
        }
        for (const nobody of [world.seats, -1, 0.5, 'nothing']) {
          if (simulation.position(nobody) !== null) yield `${nobody} is found somewhere`;
        }
        simulation.free();
      });
      if (atStart.problems.length > 0) return atStart;
      return overPlays(subject, function* ({ events, whereabouts }) {
        const removed = events.flatMap((event) => (event.type === 'world.bodyRemoved' ? [event.body] : []));
        for (const [body, at] of whereabouts) {
          if (removed.includes(body) !== (at === null)) {
            yield `${body} is found at ${JSON.stringify(at)} in the end`;
          }
        }
      });
    },
  },
];
