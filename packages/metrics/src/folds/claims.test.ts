import type { ClaimVerdict } from '@quorum/events';
import { expect, it } from 'vitest';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { claims } from './claims.js';

const judged = (verdict: ClaimVerdict): TinyEvent => ({
  type: 'message.claimJudged',
  tick: 0,
  seat: 0,
  claim: 0,
  verdict,
});

it('counts claims by verdict', () => {
  expect(resultOf(claims, (['true', 'true', 'false', 'undecidable'] as const).map(judged))).toEqual({
    verdicts: { true: 2, false: 1, undecidable: 1 },
    trueShare: 2 / 3,
  });
});

it('has no share without a decidable claim', () => {
  expect(resultOf(claims, [judged('undecidable')])).toMatchObject({ trueShare: null });
});
