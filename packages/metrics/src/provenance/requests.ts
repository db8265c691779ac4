import type { MessageDelivered, MessageLost, MessageSent } from '@quorum/events';
import { countColumn, totalCount, zeroCounts } from '../counts.js';
import type { Column, Metric } from '../metric.js';
import {
  createShownMessages,
  noteShown,
  shownTo,
  SHOWN_EVENTS,
  type ShownMessages,
} from './shown-messages.js';

/** An answer that no link names has to follow within this, virtual seconds. */
const WINDOW_SECONDS = 30;
const MICROS_PER_SECOND = 1_000_000;

/** What came of asking one seat. */
const OUTCOMES = ['agreed', 'declined', 'otherwise', 'unanswered', 'undelivered', 'open'] as const;
type Outcome = (typeof OUTCOMES)[number];

const summaries: Readonly<Record<Outcome, string>> = {
  agreed: 'asked and agreed, or informed',
  declined: 'asked and declined',
  otherwise: 'asked and answered something else',
  unanswered: 'asked without an answer',
  undelivered: 'asked, but the request was lost',
  open: 'asked too late to say, or still on its way',
};

export interface RequestsResult {
  /** Messages that ask for something. */
  readonly messages: number;
  /** Of these, those that at least one seat answered. */
  readonly messagesAnswered: number;
  /** Pairs of such a message and a seat that it is sent to. */
  readonly asked: number;
  /** What came of them; they add up to `asked`. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Of those answered, those whose answer rests on the request by the log's own links. */
  readonly linked: number;
  /** Pairs by who was asked, and of these the answered ones. */
  readonly askedBySeat: readonly number[];
  readonly answeredBySeat: readonly number[];
  /** Mean virtual seconds from request to answer over answered pairs; null without any. */
  readonly meanSeconds: number | null;
  /** Longest; null without any. */
  readonly longestSeconds: number | null;
}

/** A seat that has been asked and has not answered. */
interface Asking {
  readonly message: Requested;
  readonly from: number;
  /** The delivery, and when its window ends; null before it arrives. */
  delivered: { readonly seq: number; readonly until: number } | null;
}

interface Requested {
  readonly seq: number;
  readonly time: number;
  readonly task: string | null;
  answered: boolean;
}

interface State {
  readonly shown: ShownMessages;
  /** By who is asked, in the order of asking. */
  readonly pending: Asking[][];
  readonly askedBySeat: number[];
  readonly answeredBySeat: number[];
  readonly settled: Record<Outcome, number>;
  messages: number;
  messagesAnswered: number;
  linked: number;
  answerMicros: number;
  longestMicros: number;
  now: number;
}

/** Are requests answered? Definition, unit, source and a worked example: the page below. */
export const requests: Metric<State, RequestsResult> = {
  name: 'requests',
  version: 1,
  reads: ['message.sent', 'message.lost', ...SHOWN_EVENTS, 'episode.ended'],
  page: {
    summary: 'Whether requests are answered, how fast, and how many are declined or met with silence.',
    formula: `A request = \`message.sent\` of kind \`request\`, \`propose\` or \`query\`; each seat that it is sent to is asked. Its answer = the first message of that seat to the asker, after delivery, which is linked (the activation that decided it was shown the delivery, or was woken by one of its seat that was) or follows within ${WINDOW_SECONDS} s of virtual time. agreed = an answer of kind \`accept\`, \`commit\`, \`confirm\` or \`inform\` about the same task, or where one of the two names no task; declined = \`refuse\`, \`cancel\` or \`failure\`; otherwise = any other answer; undelivered = lost on its way; unanswered = no answer within ${WINDOW_SECONDS} s of delivery; open = the log ends before any of this. asked = their sum. messagesAnswered = requests that at least one seat answered; meanSeconds = mean time from sending of the request to sending of the answer, longestSeconds the longest.`,
    source:
      'The Five Ws of Multi-Agent Communication (arXiv 2602.11583) names reply latency, unanswered requests and question-answer closure; the definitions are ours.',
    notes:
      'Texts are not read: a broadcast that names one seat in its words asks all of them, so that silence of the others counts; messagesAnswered does not suffer from this. An answer in deeds alone counts as unanswered (`chains` looks at deeds). One message can answer several requests of the same asker. Typed channels only.',
    grows: 'messages that reach a seat and are never shown to it',
    example:
      'Seat 0 requests `a` of seats 1 and 2 at 0 s; 1 is shown it and accepts `a` at 4 s; 2 says nothing; seat 1 queries 0 at 40 s, lost on its way: messages 2, messagesAnswered 1, asked 3, agreed 1 (linked 1), unanswered 1, undelivered 1, meanSeconds 4.',
  },
  columns: [
    countColumn('messages', 'messages', 'requests made', ({ messages }) => messages),
    countColumn(
      'messagesAnswered',
      'messages',
      'requests answered by at least one seat',
      (r) => r.messagesAnswered,
    ),
    countColumn('asked', 'pairs', 'requests times the seats asked', ({ asked }) => asked),
    ...OUTCOMES.map((outcome) =>
      countColumn(outcome, 'pairs', summaries[outcome], (r: RequestsResult) => r.outcomes[outcome]),
    ),
    countColumn('linked', 'pairs', 'answers that rest on the request by links of the log', (r) => r.linked),
    {
      name: 'answeredShare',
      summary: 'answered pairs over those that got the request and had their time',
      unit: '1',
      range: '0 … 1 or null',
      value: answeredShare,
    },
    secondsColumn('meanSeconds', 'mean virtual time from request to answer', (r) => r.meanSeconds),
    secondsColumn('longestSeconds', 'longest virtual time from request to answer', (r) => r.longestSeconds),
  ],
  init: ({ team }) => ({
    shown: createShownMessages(team.length),
    pending: team.map(() => []),
    askedBySeat: team.map(() => 0),
    answeredBySeat: team.map(() => 0),
    settled: zeroCounts(OUTCOMES),
    messages: 0,
    messagesAnswered: 0,
    linked: 0,
    answerMicros: 0,
    longestMicros: 0,
    now: 0,
  }),
  step(state, event) {
    state.now = event.time;
    noteShown(state.shown, event);
    if (event.type === 'message.sent') {
      answer(state, event);
      ask(state, event);
    } else if (event.type === 'message.delivered') {
      arrive(state, event);
    } else if (event.type === 'message.lost') {
      lose(state, event);
    }
    return state;
  },
  result(state) {
    const outcomes = { ...state.settled };
    for (const asking of state.pending.flat())
      outcomes[isOver(asking, state.now) ? 'unanswered' : 'open'] += 1;
    const answered = answeredOf(outcomes);
    return {
      messages: state.messages,
      messagesAnswered: state.messagesAnswered,
      asked: totalCount(outcomes),
      outcomes,
      linked: state.linked,
      answeredBySeat: [...state.answeredBySeat],
      askedBySeat: [...state.askedBySeat],
      meanSeconds: answered === 0 ? null : state.answerMicros / answered / MICROS_PER_SECOND,
      longestSeconds: answered === 0 ? null : state.longestMicros / MICROS_PER_SECOND,
    };
  },
};

function ask(state: State, { seq, time, seat: from, kind, task, to }: MessageSent): void {
  if (kind !== 'request' && kind !== 'propose' && kind !== 'query') return;
  state.messages += 1;
  const message: Requested = { seq, time, task, answered: false };
  for (const seat of to) {
    if (state.pending[seat] === undefined) continue;
    state.askedBySeat[seat] = (state.askedBySeat[seat] ?? 0) + 1;
    dropOver(state, seat);
    state.pending[seat].push({ message, from, delivered: null });
  }
}

function arrive(state: State, { seq, time, seat, inputs, copy }: MessageDelivered): void {
  if (copy > 1) return;
  const asking = findAsking(state, seat, inputs);
  if (asking !== undefined) asking.delivered = { seq, until: time + WINDOW_SECONDS * MICROS_PER_SECOND };
}

function lose(state: State, { seat, inputs }: MessageLost): void {
  const asking = findAsking(state, seat, inputs);
  if (asking === undefined) return;
  state.pending[seat] = state.pending[seat]?.filter((other) => other !== asking) ?? [];
  state.settled.undelivered += 1;
}

function findAsking({ pending }: State, seat: number, inputs: readonly number[]): Asking | undefined {
  return pending[seat]?.find(({ message, delivered }) => delivered === null && inputs.includes(message.seq));
}

function answer(state: State, event: MessageSent): void {
  const { seat, to, time, inputs } = event;
  const pending = state.pending[seat];
  if (pending === undefined || pending.length === 0) return;
  const basis = shownTo(state.shown, seat, inputs);
  state.pending[seat] = pending.filter(({ message, from, delivered }) => {
    if (delivered === null || !to.includes(from)) return true;
    const linked = basis.has(delivered.seq);
    if (!linked && time > delivered.until) return true;
    state.settled[outcomeOf(event, message.task)] += 1;
    state.answeredBySeat[seat] = (state.answeredBySeat[seat] ?? 0) + 1;
    if (linked) state.linked += 1;
    if (!message.answered) state.messagesAnswered += 1;
    message.answered = true;
    state.answerMicros += time - message.time;
    state.longestMicros = Math.max(state.longestMicros, time - message.time);
    return false;
  });
}

function outcomeOf({ kind, task }: MessageSent, asked: string | null): 'agreed' | 'declined' | 'otherwise' {
  if (kind === 'refuse' || kind === 'cancel' || kind === 'failure') return 'declined';
  const agrees = kind === 'accept' || kind === 'commit' || kind === 'confirm' || kind === 'inform';
  return agrees && (task === null || asked === null || task === asked) ? 'agreed' : 'otherwise';
}

/** Lets go of those asked whose time is up, unless their answer may still be linked. */
function dropOver(state: State, seat: number): void {
  const { fresh, latest } = state.shown;
  state.pending[seat] = (state.pending[seat] ?? []).filter((asking) => {
    const seq = asking.delivered?.seq ?? -1;
    const waits = fresh[seat]?.has(seq) === true || latest[seat]?.deliveries.has(seq) === true;
    if (waits || !isOver(asking, state.now)) return true;
    state.settled.unanswered += 1;
    return false;
  });
}

function isOver({ delivered }: Asking, now: number): boolean {
  return delivered !== null && now > delivered.until;
}

function answeredOf({ agreed, declined, otherwise }: Readonly<Record<Outcome, number>>): number {
  return agreed + declined + otherwise;
}

function answeredShare({ outcomes }: RequestsResult): number | null {
  const answered = answeredOf(outcomes);
  const settled = answered + outcomes.unanswered;
  return settled === 0 ? null : answered / settled;
}

function secondsColumn(
  name: string,
  summary: string,
  value: (result: RequestsResult) => number | null,
): Column<RequestsResult> {
  return { name, summary, unit: 's', range: '≥ 0 or null', value };
}
