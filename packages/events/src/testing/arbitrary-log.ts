import fc from 'fast-check';
import type { Json } from '../core/json.js';
import type { QuorumEvent } from '../log/events.js';
import { LOG_FORMAT, type EpisodeHeader } from '../log/header.js';
import { createEventLog } from '../node/create-event-log.js';
import { MOVES, playRandomly, type Step } from './random-episode.js';

/** A whole log in its three forms. */
export interface RandomLog {
  readonly header: EpisodeHeader;
  readonly events: readonly QuorumEvent[];
  /** The file: header, events, digests. */
  readonly text: string;
}

// Through JSON and back, because JSON has no -0.
const json: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 2 })
  .map((v) => JSON.parse(JSON.stringify(v)) as Json);
const amount = fc.integer({ min: 0, max: 64 }).map((n) => n / 16);
const text = fc.string({ unit: 'binary', maxLength: 8 });

const step: fc.Arbitrary<Step> = fc.record({
  move: fc.constantFrom(...MOVES),
  seat: fc.nat(9),
  task: fc.nat(9),
  pick: fc.nat(99),
  amount,
  text,
  content: json,
  ticks: fc.nat(40),
  thinkMicros: fc.nat(2_000_000),
});

/** Random headers: valid, not necessarily of a scenario that exists. */
export const arbitraryHeader: fc.Arbitrary<EpisodeHeader> = fc.record({
  format: fc.constant(LOG_FORMAT),
  scenario: fc.constantFrom('push-nine-v0', 'push-cube-v0'),
  options: fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), json, { maxKeys: 2 }),
  seed: fc.nat(),
  repeat: fc.integer({ min: 1, max: 3 }),
  team: fc.array(
    fc.record({
      agent: fc.constantFrom('random', 'greedy'),
      modelKind: fc.constantFrom('llm', 'stand-in', 'scripted'),
      options: fc.constant({}),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  structure: fc.constant('individual'),
  topology: fc.constant({ name: 'none', options: {} }),
  protocol: fc.constant({ name: 'independent', options: {} }),
  channel: fc.constant({}),
  clock: fc.record({
    mode: fc.constantFrom('barrier', 'async'),
    profile: fc.constant('zero-v1'),
    timeScale: fc.constantFrom(0, 1, 2.5),
  }),
  horizonTicks: fc.integer({ min: 1, max: 10_000 }),
  deadlineMicros: fc.option(fc.nat()),
  limits: fc.record({ calls: fc.option(fc.nat()), tokens: fc.option(fc.nat()) }),
  versions: fc.constant({ engine: 'test' }),
});

/**
 * Random logs that a real episode could have written: every event type occurs, seats and tasks recur, nothing ends
 * that has not begun, and all is valid for the reader. At most `maxMoves` moves of a few events each.
 */
export function arbitraryLog({ maxMoves = 40 }: { maxMoves?: number } = {}): fc.Arbitrary<RandomLog> {
  return fc
    .record({
      header: arbitraryHeader,
      tasks: fc.integer({ min: 1, max: 4 }),
      steps: fc.array(step, { maxLength: maxMoves, size: 'max' }),
    })
    .map(({ header, tasks, steps }) => {
      const events: QuorumEvent[] = [];
      const pieces: string[] = [];
      const log = createEventLog(header, (piece) => {
        pieces.push(piece);
      });
      let tick = 0;
      let time = 0;
      playRandomly(
        { seats: header.team.length, tasks },
        steps,
        (draft) => {
          const event = log.append(draft, tick, time);
          events.push(event);
          return event.seq;
        },
        (next) => {
          tick += next.ticks;
          time += next.ticks * 16_667 + next.thinkMicros;
        },
      );
      return { header, events, text: pieces.join('') };
    });
}
