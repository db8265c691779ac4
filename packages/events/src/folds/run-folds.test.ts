import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EventDraft, QuorumEvent } from '../log/events.js';
import { createEventLog } from '../node/create-event-log.js';
import { createLogParser } from '../node/log-parser.js';
import { parseLog } from '../node/read-log.js';
import { arbitraryLog } from '../testing/arbitrary-log.js';
import type { AnyFold, Fold } from './fold.js';
import { runFolds, startFolds } from './run-folds.js';

/** Counts by type, mutating its state. */
const types: Fold<Record<string, number>, Record<string, number>> = {
  name: 'types',
  version: 1,
  init: () => ({}),
  step(state, event) {
    state[event.type] = (state[event.type] ?? 0) + 1;
    return state;
  },
  result: (state) => ({ ...state }),
};

/** Depends on the header and on the order of events, with an immutable state. */
const order: Fold<number, number> = {
  name: 'order',
  version: 1,
  init: (header) => header.seed % 1000,
  step: (state, event) => (state * 31 + event.tick + event.inputs.length) % 1_000_003,
  result: (state) => state,
};

/** Looks into payloads. */
const score: Fold<{ total: number }, { total: number; last: boolean }> = {
  name: 'score',
  version: 1,
  init: () => ({ total: 0 }),
  step(state, event) {
    if (event.type === 'score.changed') state.total = event.total;
    return event.type === 'episode.ended' ? { total: -state.total - 1 } : state;
  },
  result: ({ total }) => ({ total, last: total < 0 }),
};

const all: readonly AnyFold[] = [types, order, score];

/** The event without what the log stamps on it. */
function draftOf(event: QuorumEvent): EventDraft {
  const stamps = ['seq', 'tick', 'time', 'digest'];
  return Object.fromEntries(Object.entries(event).filter(([key]) => !stamps.includes(key))) as EventDraft;
}

it('many folds in one pass give what each gives alone', () => {
  fc.assert(
    fc.property(arbitraryLog(), fc.shuffledSubarray([...all]), ({ header, events }, folds) => {
      const together = runFolds(folds, header, events);
      const alone = folds.map((fold) => runFolds([fold], header, events));
      expect(together).toEqual(Object.assign({}, ...alone));
      expect(Object.keys(together)).toEqual(folds.map((fold) => fold.name));
    }),
  );
});

it('hands a fold the events that it reads, and no others', () => {
  const picky: AnyFold = { ...types, name: 'picky', reads: ['score.changed', 'episode.ended'] };
  fc.assert(
    fc.property(arbitraryLog(), ({ header, events }) => {
      const { types: all, picky: few } = runFolds([types, picky], header, events);
      const counts = all as Record<string, number>;
      const read = Object.fromEntries(
        Object.entries(counts).filter(([type]) => type === 'score.changed' || type === 'episode.ended'),
      );
      expect(few).toEqual(read);
    }),
  );
});

it('online, event by event as the log is written, equals from file', () => {
  fc.assert(
    fc.property(arbitraryLog(), ({ header, events }) => {
      const pieces: string[] = [];
      const log = createEventLog(header, (piece) => {
        pieces.push(piece);
      });
      const online = startFolds(all, header);
      for (const event of events) online.push(log.append(draftOf(event), event.tick, event.time));
      const file = parseLog(pieces.join(''));
      expect(file.complete).toBe(true);
      expect(runFolds(all, header, file.events)).toEqual(online.results());
    }),
  );
});

it('results may be asked for at any moment and disturb nothing', () => {
  fc.assert(
    fc.property(arbitraryLog({ maxMoves: 10 }), ({ header, events, text }) => {
      const parser = createLogParser();
      const run = startFolds(all, header);
      const soFar = parser.push(Buffer.from(text)).map((event) => {
        run.push(event);
        return run.results();
      });
      soFar.forEach((results, i) => {
        expect(results).toEqual(runFolds(all, header, events.slice(0, i + 1)));
      });
    }),
    { numRuns: 20 },
  );
});

it('advances the state that folds have in common once, and that of a fold that reads something else apart', () => {
  const half: AnyFold = {
    ...types,
    name: 'half',
    result: (state: Record<string, number>) => Object.keys(state).length,
  };
  const apart: AnyFold = { ...types, name: 'apart', reads: ['score.changed'] };
  fc.assert(
    fc.property(arbitraryLog(), ({ header, events }) => {
      let steps = 0;
      const step: AnyFold['step'] = (state, event) => {
        steps += 1;
        return types.step(state as Record<string, number>, event);
      };
      const folds = [types, half].map((fold) => ({ ...fold, step }));
      expect(runFolds([...folds, apart], header, events)).toEqual({
        ...runFolds([types], header, events),
        ...runFolds([half], header, events),
        ...runFolds([apart], header, events),
      });
      expect(steps).toBe(events.length);
    }),
  );
});

it('takes in the events of a long log in their order, whenever results are asked for', () => {
  fc.assert(
    fc.property(arbitraryLog(), fc.integer({ min: 1, max: 3000 }), ({ header, events }, asked) => {
      const [event] = events;
      if (event === undefined) return;
      const run = startFolds([order], header);
      let expected = order.init(header);
      for (let tick = 0; tick < 3000; tick++) {
        run.push({ ...event, tick });
        expected = order.step(expected, { ...event, tick });
        if (tick === asked) expect(run.results()).toEqual({ order: expected });
      }
      expect(run.results()).toEqual({ order: expected });
    }),
    { numRuns: 20 },
  );
});
