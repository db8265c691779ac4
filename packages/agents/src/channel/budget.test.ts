import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FRESH_LEDGER, refusalFor, spend, talkBudget, type TalkLedger } from './budget.js';
import { channelSpec } from './channel-spec.js';

const spec = (options: object) => channelSpec.parse(options);

it('knows no limit unless one is set', () => {
  const { budget, refusal } = {
    budget: talkBudget(spec({}), FRESH_LEDGER, 0),
    refusal: refusalFor(spec({}), FRESH_LEDGER, 0, { tokens: 1_000_000, bytes: 9_000_000 }),
  };
  expect(budget).toEqual({ messages: null, tokens: null, bytes: null, tokensPerMessage: null });
  expect(refusal).toBeNull();
});

it.each([
  [{ messages: 0 }, 'message_budget'],
  [{ tokens: 9 }, 'token_budget'],
  [{ tokens: 10 }, null],
  [{ bytes: 39 }, 'byte_budget'],
  [{ bytes: 40 }, null],
  [{ tokensPerMessage: 9 }, 'too_long'],
  [{ tokensPerMessage: 9, messages: 0, tokens: 0, bytes: 0 }, 'too_long'],
  [{ messages: 0, tokens: 0, bytes: 0 }, 'message_budget'],
])('with %j answers a message of 10 tokens and 40 bytes with %s', (options, refusal) => {
  expect(refusalFor(spec(options), FRESH_LEDGER, 0, { tokens: 10, bytes: 40 })).toBe(refusal);
});

it('begins anew with each window of body time', () => {
  const windows = spec({ messages: 1, windowSeconds: 10 });
  const spent = spend(windows, FRESH_LEDGER, 599, { tokens: 1, bytes: 1 });
  expect(talkBudget(windows, spent, 599).messages).toBe(0);
  expect(talkBudget(windows, spent, 600).messages).toBe(1);
  const again = spend(windows, spent, 600, { tokens: 1, bytes: 1 });
  expect(talkBudget(windows, again, 1199).messages).toBe(0);
});

it('never begins anew without a window', () => {
  const whole = spec({ messages: 1 });
  const spent = spend(whole, FRESH_LEDGER, 0, { tokens: 1, bytes: 1 });
  expect(talkBudget(whole, spent, 1_000_000).messages).toBe(0);
});

it('is never exceeded in any window, and refuses only what would exceed it', () => {
  const limit = fc.option(fc.nat(20));
  const says = fc.record({ ticks: fc.nat(100), tokens: fc.nat(12), bytes: fc.nat(12) });
  fc.assert(
    fc.property(
      fc.record({ messages: limit, tokens: limit, bytes: limit, tokensPerMessage: limit }),
      fc.option(fc.integer({ min: 1, max: 300 })),
      fc.array(says, { maxLength: 60 }),
      (limits, windowTicks, talk) => {
        const channel = spec({ ...limits, windowSeconds: windowTicks === null ? null : windowTicks / 60 });
        const used = new Map<number, TalkLedger>();
        let ledger = FRESH_LEDGER;
        let tick = 0;
        for (const { ticks, ...size } of talk) {
          tick += ticks;
          const window = windowTicks === null ? 0 : Math.floor(tick / windowTicks);
          const before = used.get(window) ?? { ...FRESH_LEDGER, window };
          const after = {
            window,
            messages: before.messages + 1,
            tokens: before.tokens + size.tokens,
            bytes: before.bytes + size.bytes,
          };
          const fits =
            after.messages <= (limits.messages ?? Infinity) &&
            after.tokens <= (limits.tokens ?? Infinity) &&
            after.bytes <= (limits.bytes ?? Infinity) &&
            size.tokens <= (limits.tokensPerMessage ?? Infinity);
          expect(refusalFor(channel, ledger, tick, size) === null).toBe(fits);
          if (!fits) continue;
          ledger = spend(channel, ledger, tick, size);
          used.set(window, after);
          expect(ledger).toEqual(after);
        }
      },
    ),
  );
});
