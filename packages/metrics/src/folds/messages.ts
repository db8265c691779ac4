import { MESSAGE_LOSSES, MESSAGE_REFUSALS, type MessageLoss, type MessageRefusal } from '@quorum/events';
import { mean, standardDeviation, sum } from 'simple-statistics';
import { countColumn, totalCount, zeroCounts } from '../counts.js';
import type { Metric } from '../metric.js';

export interface MessagesResult {
  /** Records: one per message, however many it is sent to. */
  readonly sent: number;
  /** Records by sender. */
  readonly sentBySeat: readonly number[];
  /** Tokens of the records. */
  readonly tokens: number;
  readonly tokensBySeat: readonly number[];
  /** Arrivals, duplicates included. */
  readonly delivered: number;
  readonly duplicates: number;
  readonly corrupted: number;
  /** Recipients that a message never reached, by reason. */
  readonly lost: Readonly<Record<MessageLoss, number>>;
  /** Messages not taken from their sender, for some or all recipients, by reason. */
  readonly refused: Readonly<Record<MessageRefusal, number>>;
}

interface State {
  readonly sentBySeat: number[];
  readonly tokensBySeat: number[];
  delivered: number;
  duplicates: number;
  corrupted: number;
  readonly lost: Record<MessageLoss, number>;
  readonly refused: Record<MessageRefusal, number>;
}

/** What the team said and what became of it. Definition, unit, source and a worked example: the page below. */
export const messages: Metric<State, MessagesResult> = {
  name: 'messages',
  version: 1,
  reads: ['message.sent', 'message.delivered', 'message.lost', 'message.refused'],
  page: {
    summary: 'How much the team said, and how much of it arrived.',
    formula:
      'sent = number of `message.sent` (one record, however many recipients); meanPerSeat and sdPerSeat = mean and population standard deviation of records over seats; tokens = Σ tokens of these records; delivered = number of `message.delivered`, duplicates those with copy > 1, corrupted those with another text; lost = number of `message.lost`, one per recipient; refused = number of `message.refused`; both also by reason.',
    source:
      'EmCoop (arXiv 2603.00349), communication L: L_tot (sent), L_avg (meanPerSeat), L_std (sdPerSeat). Tokens, deliveries, losses and refusals are ours.',
    notes:
      'As published, a broadcast is one record. Seats that say nothing count as 0. A message that is refused for some of its recipients is also sent to the others, and counts in both.',
    example:
      'In a team of three, seat 0 sends 12 tokens to seats 1 and 2, of which one delivery is lost by chance; seat 1 answers with 4 tokens and is refused a second message: sent 2, meanPerSeat 0.6667, sdPerSeat 0.4714, tokens 16, delivered 2, lost 1, refused 1.',
  },
  columns: [
    countColumn('sent', 'messages', 'records sent', ({ sent }) => sent),
    countColumn('meanPerSeat', 'messages', 'records sent, mean over seats', (r) => mean([...r.sentBySeat])),
    countColumn('sdPerSeat', 'messages', 'records sent, standard deviation over seats', (r) =>
      standardDeviation([...r.sentBySeat]),
    ),
    countColumn('tokens', 'tokens', 'tokens sent', ({ tokens }) => tokens),
    countColumn('delivered', 'deliveries', 'arrivals, duplicates included', ({ delivered }) => delivered),
    countColumn('duplicates', 'deliveries', 'arrivals of what had arrived before', (r) => r.duplicates),
    countColumn('corrupted', 'deliveries', 'arrivals with another text than was sent', (r) => r.corrupted),
    countColumn('lost', 'deliveries', 'recipients that a message never reached', (r) => totalCount(r.lost)),
    ...MESSAGE_LOSSES.map((reason) =>
      countColumn(`lost.${reason}`, 'deliveries', `lost by ${reason}`, (r: MessagesResult) => r.lost[reason]),
    ),
    countColumn('refused', 'messages', 'not taken from their sender', (r) => totalCount(r.refused)),
    ...MESSAGE_REFUSALS.map((reason) =>
      countColumn(
        `refused.${reason}`,
        'messages',
        `refused for ${reason}`,
        (r: MessagesResult) => r.refused[reason],
      ),
    ),
  ],
  init: ({ team }) => ({
    sentBySeat: team.map(() => 0),
    tokensBySeat: team.map(() => 0),
    delivered: 0,
    duplicates: 0,
    corrupted: 0,
    lost: zeroCounts(MESSAGE_LOSSES),
    refused: zeroCounts(MESSAGE_REFUSALS),
  }),
  step(state, event) {
    if (event.type === 'message.sent') {
      state.sentBySeat[event.seat] = (state.sentBySeat[event.seat] ?? 0) + 1;
      state.tokensBySeat[event.seat] = (state.tokensBySeat[event.seat] ?? 0) + event.tokens;
    } else if (event.type === 'message.delivered') {
      state.delivered += 1;
      if (event.copy > 1) state.duplicates += 1;
      if (event.corrupted !== undefined) state.corrupted += 1;
    } else if (event.type === 'message.lost') {
      state.lost[event.reason] += 1;
    } else if (event.type === 'message.refused') {
      state.refused[event.reason] += 1;
    }
    return state;
  },
  result: ({ sentBySeat, tokensBySeat, lost, refused, ...counts }) => ({
    sent: sum(sentBySeat),
    sentBySeat: [...sentBySeat],
    tokens: sum(tokensBySeat),
    tokensBySeat: [...tokensBySeat],
    ...counts,
    lost: { ...lost },
    refused: { ...refused },
  }),
};
