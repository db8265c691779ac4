import type { EpisodeHeader, EventOf, Json } from '@quorum/events';
import { countColumn } from '../counts.js';
import type { Column, Metric } from '../metric.js';
import { byteLength, valueCount } from './content-size.js';
import { shareOf, sumOf } from './micros.js';
import { gini, maxOverMean } from './unevenness.js';

/** What one seat said, heard, was shown and was prompted with. */
export interface SeatLoad {
  /** Messages sent, and recipients that they were for. */
  readonly messages: number;
  readonly recipients: number;
  readonly sentTokens: number;
  readonly sentBytes: number;
  /** Arrivals, duplicates included. */
  readonly deliveries: number;
  readonly receivedTokens: number;
  readonly receivedBytes: number;
  /** Numbers, words and truth values of observations. */
  readonly shownValues: number;
  /** Model calls: what the model read, and what it wrote, hidden reasoning included. */
  readonly promptTokens: number;
  readonly promptBytes: number;
  readonly answerTokens: number;
}

export interface LoadResult {
  readonly seats: readonly SeatLoad[];
}

type OpenLoad = { -readonly [K in keyof SeatLoad]: SeatLoad[K] };

interface ContentSize {
  readonly values: number;
  /** Of a text in UTF-8; 0 of anything else. */
  readonly textBytes: number;
}

interface State {
  readonly seats: readonly OpenLoad[];
  /** Size of each message, by `seq`. */
  readonly messages: Map<number, { readonly tokens: number; readonly bytes: number }>;
  /** Size of each content, by hash. */
  readonly contents: Map<string, ContentSize>;
}

/** How much agents have to say, hear and read. Definition, unit, source and a worked example: the page below. */
export const load: Metric<State, LoadResult> = {
  name: 'load',
  version: 1,
  reads: ['message.sent', 'message.delivered', 'observation.content', 'observation.shown', 'model.called'],
  page: {
    summary:
      'Communication load per agent: fan-out, tokens and bytes said, heard, shown and prompted, and how unevenly.',
    formula:
      'Per seat: messages and recipients (Σ |to|) of `message.sent`; tokens of it; bytes = UTF-8 of text, and where there are claims of a line break and the claims as JSON; deliveries with the tokens and bytes of the message that `inputs` names (a corrupted one: bytes of what arrived); shownValues = numbers, texts, truth values and nulls in the contents of the parts of `observation.shown`; promptTokens and promptBytes = input tokens and prompt parts of `model.called`; answerTokens = output and reasoning tokens. fanOut = recipients / messages. Gini = Σ over pairs |a − b| / (2 n² · mean); max over mean likewise over seats.',
    source:
      'Quorum. Corrects communication L of EmCoop (arXiv 2603.00349), where a broadcast is one message whatever its fan-out, and tokens are no metric. Gini coefficient: Gini 1912.',
    notes:
      'Gini is 0 if all have the same and (n − 1)/n if one seat has all; null if nobody has any. Tokens are those of the pinned tokenizer. Deliveries count what arrived, so losses are not in them and duplicates are. Observations are weighed in values, since their bytes depend on how they are written out: what a model reads of them is in promptBytes.',
    grows: 'messages and distinct contents, two numbers each, as it has to look them up',
    example:
      'In a team of three, seat 0 sends 12 tokens (`Go to a.`, 8 bytes) to both others, seat 1 hears it and seat 2 hears it twice; seat 1 answers with 4 tokens (`Yes.`, 4 bytes) to seat 0, which hears it. fanOut 3/2 = 1.5, sentTokens 16, sentBytes 12, deliveries 4, receivedTokens 12 + 24 + 4 = 40, receivedBytes 28; sentGini (of 12, 4, 0) 0.5, receivedGini (of 4, 12, 24) 0.3333, receivedMaxOverMean 1.8.',
  },
  columns: [
    {
      name: 'fanOut',
      summary: 'recipients per message',
      unit: 'seats',
      range: '≥ 1 or null',
      value: ({ seats }) => shareOf(sumOf(seats, 'recipients'), sumOf(seats, 'messages')),
    },
    totalColumn('sentTokens', 'tokens', 'tokens sent, once per message'),
    totalColumn('sentBytes', 'bytes', 'bytes sent, once per message'),
    totalColumn('deliveries', 'deliveries', 'arrivals of messages'),
    totalColumn('receivedTokens', 'tokens', 'tokens that arrived, once per arrival'),
    totalColumn('receivedBytes', 'bytes', 'bytes that arrived, once per arrival'),
    totalColumn('shownValues', 'values', 'numbers, words and truth values of observations shown'),
    totalColumn('promptTokens', 'tokens', 'tokens that models read'),
    totalColumn('promptBytes', 'bytes', 'bytes that models read'),
    totalColumn('answerTokens', 'tokens', 'tokens that models wrote'),
    ...unevenColumns('sent', 'tokens sent', 'sentTokens'),
    ...unevenColumns('received', 'tokens that arrived', 'receivedTokens'),
    ...unevenColumns('prompt', 'tokens that models read', 'promptTokens'),
  ],
  init: ({ team }: EpisodeHeader): State => ({
    seats: team.map(emptyLoad),
    messages: new Map(),
    contents: new Map(),
  }),
  step(state, event) {
    switch (event.type) {
      case 'message.sent':
        send(state, event);
        break;
      case 'message.delivered':
        deliver(state, event);
        break;
      case 'observation.content':
        state.contents.set(event.hash, sizeOf(event.content));
        break;
      case 'observation.shown': {
        const seat = state.seats[event.seat];
        if (seat === undefined) break;
        let values = 0;
        for (const part in event.parts) {
          values += state.contents.get(event.parts[part] ?? '')?.values ?? 0;
        }
        seat.shownValues += values;
        break;
      }
      case 'model.called': {
        const seat = state.seats[event.seat];
        if (seat === undefined) break;
        seat.promptTokens += event.inputTokens;
        seat.answerTokens += event.outputTokens + event.reasoningTokens;
        let bytes = 0;
        for (const { part } of event.prompt) bytes += state.contents.get(part)?.textBytes ?? 0;
        seat.promptBytes += bytes;
        break;
      }
      default:
        break;
    }
    return state;
  },
  result: ({ seats }) => ({ seats: seats.map((seat) => ({ ...seat })) }),
};

function sizeOf(content: Json): ContentSize {
  const textBytes = typeof content === 'string' ? byteLength(content) : 0;
  return { values: valueCount(content), textBytes };
}

function send(state: State, { seq, seat: index, to, text, claims, tokens }: EventOf<'message.sent'>): void {
  const bytes = byteLength(text) + (claims.length === 0 ? 0 : 1 + byteLength(JSON.stringify(claims)));
  state.messages.set(seq, { tokens, bytes });
  const seat = state.seats[index];
  if (seat === undefined) return;
  seat.messages += 1;
  seat.recipients += to.length;
  seat.sentTokens += tokens;
  seat.sentBytes += bytes;
}

function deliver(state: State, { seat: index, inputs, corrupted }: EventOf<'message.delivered'>): void {
  const seat = state.seats[index];
  if (seat === undefined) return;
  const message = state.messages.get(inputs[0] ?? -1);
  seat.deliveries += 1;
  seat.receivedTokens += message?.tokens ?? 0;
  seat.receivedBytes += corrupted === undefined ? (message?.bytes ?? 0) : byteLength(corrupted);
}

function emptyLoad(): OpenLoad {
  return {
    messages: 0,
    recipients: 0,
    sentTokens: 0,
    sentBytes: 0,
    deliveries: 0,
    receivedTokens: 0,
    receivedBytes: 0,
    shownValues: 0,
    promptTokens: 0,
    promptBytes: 0,
    answerTokens: 0,
  };
}

function totalColumn(name: keyof SeatLoad, unit: string, summary: string): Column<LoadResult> {
  return countColumn(name, unit, `${summary}, summed over seats`, ({ seats }) => sumOf(seats, name));
}

function unevenColumns(name: string, what: string, key: keyof SeatLoad): Column<LoadResult>[] {
  const amounts = ({ seats }: LoadResult): number[] => seats.map((seat) => seat[key]);
  return [
    {
      name: `${name}Gini`,
      summary: `Gini coefficient of ${what}, over seats`,
      unit: '1',
      range: '0 … 1 or null',
      value: (result) => gini(amounts(result)),
    },
    {
      name: `${name}MaxOverMean`,
      summary: `${what} by the busiest seat, over the mean`,
      unit: '1',
      range: '1 … seats or null',
      value: (result) => maxOverMean(amounts(result)),
    },
  ];
}
