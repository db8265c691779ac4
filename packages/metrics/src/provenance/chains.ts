import { countColumn } from '../counts.js';
import type { Column, Metric } from '../metric.js';
import {
  countFollowed,
  FOLLOW_SECONDS,
  followRates,
  type FollowedCounts,
  type FollowRate,
  type FollowRates,
} from './followed.js';
import { STEPS, stepWords } from './steps.js';
import { createTalk, stepTalk, TALK_EVENTS, type Talk } from './talk.js';

export interface ChainsResult extends FollowedCounts {
  readonly rates: FollowRates;
}

/** What follows messages, compared with what happens without? Definition, unit, source and a worked example: the page below. */
export const chains: Metric<Talk, ChainsResult> = {
  name: 'chains',
  version: 2,
  reads: TALK_EVENTS,
  page: {
    summary: 'What messages were followed by, beside how often the same happens without a message.',
    formula: `The virtual time of each seat is cut into windows of τ = ${FOLLOW_SECONDS} s. A message window begins when a message arrives at the seat (\`message.delivered\`, no duplicates) and it is in none yet; later arrivals within it belong to it. Quiet windows follow one another through the time without a message, from the start of the log or from τ after the latest arrival, whatever window that fell in; one that a message or the end of the log cuts short does not count, nor does a message window that the log's end cuts short. Time between the two kinds counts for neither. Steps within a window: interrupt = the seat enters stage I; planChange = \`plan.committed\` for another task than the seat's plan before; attempt = the seat is in an \`attempt.started\` or new in an \`attempt.changed\`; success = an attempt that it took part in ends with success. rate of a step = message windows with it / message windows; baseRate = quiet windows with it / quiet windows; lift = rate / baseRate. chain = all four steps in this order. Linked, apart from all this and without τ: delivered messages; shown = those that an \`observation.shown\` names; linked interrupt = those that woke, or were shown to, the activation whose seat enters stage I; linked planChange = those shown to the activation that the change of plan names, or to one of the same seat that woke it; linked attempt = of these, those where the plan's action is named by an \`attempt.started\`; linked success = of these, where that attempt succeeds.`,
    source:
      'The chain message, interrupt, plan change, attempt, outcome is named as missing from EmCoop (arXiv 2603.00349); windows and base rate are ours.',
    notes:
      'Followed by, not brought about by: who is talked to may be about to change its plan anyway. An effect takes an intervention. Quiet windows of a talking team lie where nobody had anything to say, so that a lift can come from the moment alone; with few windows in an episode, add the counts over episodes first (`five-ws`). A seat that joins an attempt under way is followed, never linked, since the log names only those who begin it. Many messages can be linked to one plan.',
    grows: 'messages that reach a seat and are never shown to it',
    example:
      'Of two seats, 0 plans for `a` at 0 s; at 40 s a message reaches it, which it is shown; it enters stage I at 41 s, commits to a plan for `b` at 42 s, pushes at 50 s and succeeds at 58 s; a second message reaches it at 59 s, which it is not shown; the log ends at 100 s. Seat 0 has quiet windows from 0, 20 and 79 s and one message window from 40 s, seat 1 five quiet windows. All four steps and the chain have rate 1/1, baseRate 0/8 and no lift; delivered is 2, shown and all linked steps are 1.',
  },
  columns: [
    countColumn('messageWindows', 'windows', 'windows after a message', ({ message }) => message.windows),
    countColumn('quietWindows', 'windows', 'windows without a message', ({ quiet }) => quiet.windows),
    ...STEPS.flatMap((step) => rateColumns(step, stepWords[step])),
    ...rateColumns('chain', 'all of this happens in order'),
    countColumn('delivered', 'messages', 'messages that reached a seat', ({ linked }) => linked.delivered),
    countColumn('linked.shown', 'messages', 'of these, shown to an activation', ({ linked }) => linked.shown),
    ...STEPS.map((step) =>
      countColumn(
        `linked.${step}`,
        'messages',
        `of these, linked: ${stepWords[step]}`,
        (r: ChainsResult) => r.linked[step],
      ),
    ),
  ],
  init: createTalk,
  step: stepTalk,
  result({ followed }) {
    const counts = countFollowed(followed);
    return { ...counts, rates: followRates(counts) };
  },
};

function rateColumns(step: keyof FollowRates, words: string): Column<ChainsResult>[] {
  const column = (name: keyof FollowRate, summary: string, range: string): Column<ChainsResult> => ({
    name: `${step}.${name}`,
    summary,
    unit: '1',
    range,
    value: ({ rates }) => rates[step][name],
  });
  return [
    column('rate', `message windows in which ${words}`, '0 … 1 or null'),
    column('baseRate', `quiet windows in which ${words}`, '0 … 1 or null'),
    column('lift', `the first over the second`, '≥ 0 or null'),
  ];
}
