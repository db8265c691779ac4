import { runFolds, type Stage } from '@quorum/events';
import { arbitraryLog } from '@quorum/events/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  at,
  because,
  decides,
  plans,
  reaches,
  says,
  sees,
  stops,
  tries,
  wakes,
} from '../testing/linked-events.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { chains, type ChainsResult } from './chains.js';
import { STEPS } from './steps.js';

const enters = (seat: number, stage: Stage): TinyEvent => ({
  type: 'activation.stage',
  tick: 0,
  seat,
  stage,
});
const acts = (seat: number, task: string): TinyEvent => ({
  type: 'action.assigned',
  tick: 0,
  seat,
  action: { type: 'push' },
  task,
});
const ends = (seconds: number): TinyEvent =>
  at(seconds, { type: 'episode.ended', tick: 0, status: 'horizon', score: 0, maxScore: 1 });

/** The example: everything is linked. */
const log: readonly TinyEvent[] = [
  at(0, plans(0, 'a')),
  at(40, says(1, 'request', 'b', [0])),
  at(40, because(reaches(0, 1), 1)),
  at(41, because(wakes(0, 'interrupt'), 2)),
  at(41, because(enters(0, 'I'), 3)),
  at(41, because(sees(0), 3, 2)),
  at(42, because(decides(0), 3)),
  at(42, because(plans(0, 'b', 5), 6)),
  at(42, because(acts(0, 'b'), 7)),
  at(50, because(tries('b', 0), 8)),
  at(58, because(stops('b', true, 0), 9)),
  at(59, reaches(0, 1)),
  ends(100),
];
const played = (events: readonly TinyEvent[], seats = 2): ChainsResult =>
  resultOf(chains, events, seats) as ChainsResult;
const each = (count: number) => Object.fromEntries(STEPS.map((step) => [step, count]));

it('plays the example of its page', () => {
  const surely = { rate: 1, baseRate: 0, lift: null };
  expect(played(log)).toEqual({
    message: { windows: 1, followed: each(1), inOrder: each(1) },
    quiet: { windows: 8, followed: each(0), inOrder: each(0) },
    linked: { delivered: 2, shown: 1, ...each(1) },
    rates: { interrupt: surely, planChange: surely, attempt: surely, success: surely, chain: surely },
  });
});

it('counts what merely follows, but does not link it', () => {
  const unlinked = log.map((event, seq) => (seq > 2 ? { ...event, inputs: [] } : event));
  const result = played(unlinked);
  expect(result.message).toMatchObject({ windows: 1, followed: each(1) });
  expect(result.linked).toEqual({ delivered: 2, shown: 0, ...each(0) });
});

it('links what comes too late to follow', () => {
  const late = log.map((event, seq) => (seq > 4 && seq < 11 ? { ...event, time: 99_000_000 } : event));
  expect(played(late)).toMatchObject({
    message: { followed: { interrupt: 1, planChange: 0, attempt: 0, success: 0 } },
    linked: each(1),
  });
});

it('links a plan to the message that its seat was shown just before, and each message once', () => {
  const replied: TinyEvent[] = [
    plans(0, 'a'),
    reaches(0, 1),
    because(wakes(0), 1),
    because(sees(0), 2, 1),
    because(decides(0), 2),
    because(wakes(0, 'plan'), 4),
    because(decides(0), 5),
    because(plans(0, 'b'), 6),
  ];
  expect(played(replied).linked).toMatchObject({ shown: 1, planChange: 1 });
  expect(played([...replied, because(plans(0, 'c'), 6)]).linked).toMatchObject({ planChange: 1 });
  const other = replied.map((event, seq) => (seq === 5 ? because(event) : event));
  expect(played(other).linked).toMatchObject({ shown: 1, planChange: 0 });
});

it('compares with quiet windows, and keeps order and occurrence apart', () => {
  const quiet = [at(0, plans(0, 'a')), at(21, plans(0, 'b')), at(41, tries('b', 0)), ends(60)];
  expect(played(quiet, 1)).toMatchObject({
    message: { windows: 0 },
    quiet: { windows: 3, followed: { planChange: 1, attempt: 1, success: 0 }, inOrder: each(0) },
    rates: { planChange: { rate: null, baseRate: 1 / 3, lift: null } },
  });
  const both = [...quiet.slice(0, 3), at(60, reaches(0, 1)), at(61, plans(0, 'c')), ends(80)];
  expect(played(both, 1).rates.planChange).toEqual({ rate: 1, baseRate: 1 / 3, lift: 3 });
});

it('takes messages that come together for one window, and leaves out what is cut short', () => {
  const burst = [at(5, reaches(0, 1)), at(6, reaches(0, 1)), at(7, reaches(0, 1, 2)), ends(24)];
  expect(played(burst, 1)).toMatchObject({ message: { windows: 0 }, quiet: { windows: 0 } });
  expect(played([...burst.slice(0, 3), ends(25)], 1)).toMatchObject({
    message: { windows: 1 },
    quiet: { windows: 0 },
    linked: { delivered: 2 },
  });
});

it('opens no quiet window before the latest message is τ old, and counts nothing in between', () => {
  // Messages at 0 and 19 s: what happens from 20 to 39 s follows the second one, so that it is nowhere.
  const start = [at(0, plans(0, 'a')), at(0, reaches(0, 1)), at(19, reaches(0, 1))];
  const quiet = (events: readonly TinyEvent[]) => played([...start, ...events], 1);
  expect(quiet([at(38, plans(0, 'b')), ends(58)])).toMatchObject({
    message: { windows: 1, followed: { planChange: 0 } },
    quiet: { windows: 0 },
  });
  expect(quiet([at(38, plans(0, 'b')), ends(59)]).quiet).toMatchObject({
    windows: 1,
    followed: { planChange: 0 },
  });
  expect(quiet([at(39, plans(0, 'b')), ends(59)]).quiet).toMatchObject({
    windows: 1,
    followed: { planChange: 1 },
  });
  // A third one in between opens a message window at once.
  expect(quiet([at(30, reaches(0, 1)), at(49, plans(0, 'b')), ends(70)])).toMatchObject({
    message: { windows: 2, followed: { planChange: 1 } },
    quiet: { windows: 1, followed: { planChange: 0 } },
  });
});

it('keeps rates between 0 and 1, and no step from being linked more often than messages are shown', () => {
  fc.assert(
    fc.property(arbitraryLog({ maxMoves: 80 }), ({ header, events }) => {
      const { rates, linked, message, quiet } = runFolds([chains], header, events)['chains'] as ChainsResult;
      for (const { rate, baseRate } of Object.values(rates)) {
        for (const share of [rate, baseRate]) {
          expect(share ?? 0).toBeGreaterThanOrEqual(0);
          expect(share ?? 0).toBeLessThanOrEqual(1);
        }
      }
      for (const { followed, inOrder } of [message, quiet]) {
        STEPS.forEach((step, i) => {
          expect(inOrder[step]).toBeLessThanOrEqual(followed[step]);
          if (i > 0) expect(inOrder[step]).toBeLessThanOrEqual(inOrder[STEPS[i - 1] ?? step]);
        });
      }
      expect(linked.shown).toBeLessThanOrEqual(linked.delivered);
      expect(linked.planChange).toBeLessThanOrEqual(linked.shown);
      expect(linked.attempt).toBeLessThanOrEqual(linked.planChange);
      expect(linked.success).toBeLessThanOrEqual(linked.attempt);
    }),
    { numRuns: 50 },
  );
});
