import { mean, standardDeviation, sum } from 'simple-statistics';
import { countColumn } from '../counts.js';
import { messages, type MessagesResult } from '../folds/messages.js';
import type { Metric } from '../metric.js';

export interface PublishedCommunicationResult {
  /** L_tot: records, those of the repair gate included. */
  readonly total: number;
  /** Records by sender. */
  readonly bySeat: MessagesResult['sentBySeat'];
}

export interface PublishedCommunicationState {
  talk: ReturnType<typeof messages.init>;
  repairs: number;
}

/** Published communication load L. Definition, unit, source and a worked example: the page below. */
export const publishedCommunication: Metric<PublishedCommunicationState, PublishedCommunicationResult> = {
  name: 'published-communication',
  version: 1,
  reads: ['message.sent', 'repair.checked'],
  page: {
    summary: 'Published L, communication load: how many messages the team needs.',
    formula:
      'L_tot = number of message records: `message.sent`, and one for each `repair.checked` with outcome `repaired`, whose request is a message of nobody in the team. messages_i = records sent by agent i, 0 for those who say nothing; L_avg and L_std = their mean and population standard deviation.',
    source: 'EmCoop (arXiv 2603.00349), communication L.',
    notes:
      'Without repair these are `messages.sent`, `messages.meanPerSeat` and `messages.sdPerSeat`. No steps are involved. Known defects, kept: a broadcast is one message whatever its fan-out, and neither tokens nor bytes count; deliveries and tokens stand in `messages`. Their statements in the repair channel are no messages; what is said as a message here is one.',
    example:
      'In a team of three, seat 0 sends to both others, seat 1 answers, and plans are repaired once: L_tot 3, messages [1, 1, 0], L_avg 0.6667, L_std 0.4714.',
  },
  columns: [
    countColumn('total', 'messages', 'L_tot: message records', ({ total }) => total),
    countColumn('mean', 'messages', 'L_avg: records sent, mean over agents', (r) => mean([...r.bySeat])),
    countColumn('sd', 'messages', 'L_std: records sent, standard deviation over agents', (r) =>
      standardDeviation([...r.bySeat]),
    ),
  ],
  init: (header) => ({ talk: messages.init(header), repairs: 0 }),
  step(state, event) {
    if (event.type === 'message.sent') state.talk = messages.step(state.talk, event);
    else if (event.type === 'repair.checked' && event.outcome === 'repaired') state.repairs += 1;
    return state;
  },
  result({ talk, repairs }) {
    const { sentBySeat } = messages.result(talk);
    return { total: sum([...sentBySeat]) + repairs, bySeat: sentBySeat };
  },
};
