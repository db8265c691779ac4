import { CLAIM_VERDICTS, type ClaimVerdict } from '@quorum/events';
import { countColumn, totalCount, zeroCounts } from '../counts.js';
import type { Metric } from '../metric.js';

export interface ClaimsResult {
  /** Claims by the world's verdict. */
  readonly verdicts: Readonly<Record<ClaimVerdict, number>>;
  /** True claims over decidable ones; null without any. */
  readonly trueShare: number | null;
}

/** How true what the team said was. Definition, unit, source and a worked example: the page below. */
export const claims: Metric<Record<ClaimVerdict, number>, ClaimsResult> = {
  name: 'claims',
  version: 1,
  reads: ['message.claimJudged'],
  page: {
    summary: 'How many statements about the world the team made, and how many held when they were sent.',
    formula:
      'judged = number of `message.claimJudged`; true, false, undecidable = those with that verdict; trueShare = true / (true + false).',
    source: 'Quorum.',
    notes:
      'The scenario judges a claim against the world at the moment it is sent; the text around it is never interpreted. What is undecidable (an intention, say) is neither true nor false.',
    example: 'Four claims judged true, true, false, undecidable: judged 4, trueShare 2/3 = 0.6667.',
  },
  columns: [
    countColumn('judged', 'claims', 'claims made', ({ verdicts }) => totalCount(verdicts)),
    ...CLAIM_VERDICTS.map((verdict) =>
      countColumn(
        verdict,
        'claims',
        `claims judged ${verdict}`,
        ({ verdicts }: ClaimsResult) => verdicts[verdict],
      ),
    ),
    {
      name: 'trueShare',
      summary: 'true claims over true and false ones',
      unit: '1',
      range: '0 … 1 or null',
      value: ({ trueShare }) => trueShare,
    },
  ],
  init: () => zeroCounts(CLAIM_VERDICTS),
  step(state, event) {
    if (event.type === 'message.claimJudged') state[event.verdict] += 1;
    return state;
  },
  result(state) {
    const decided = state.true + state.false;
    return { verdicts: { ...state }, trueShare: decided === 0 ? null : state.true / decided };
  },
};
