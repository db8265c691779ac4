import type { Purpose } from '@quorum/events';
import { z } from 'zod';
import type { Protocol, ProtocolEvent, ProtocolSetup, ProtocolView } from '../contract/protocol.js';
import { seatList } from '../topologies/graphs.js';
import { needsConstancy, needsTalk } from './contradictions.js';
import { causes, EMPTY_DESK, occupy, receive, type Desk } from './desk.js';
import { transition, type Requests } from './transition.js';
import { waitSeconds } from './wait-seconds.js';

const options = z.strictObject({
  turnSeconds: waitSeconds(10, 'longest that a seat waits for the speaker before it, virtual time'),
});

type Speaker = Desk & {
  /** Where it is on its way to a plan: not on the way, waiting for its turn, on turn, ready to plan. */
  turn: 'none' | 'waiting' | 'called' | 'spoken';
  /** Something that the speaker before it said lies unread on its desk. */
  addressed: boolean;
  /** Waits begun so far: tells the timeout of this wait from older ones. */
  waits: number;
  /** Brought it a new plan that later seats have not heard of; null if there is no such plan. */
  news: readonly number[] | null;
};

interface Turn extends Requests {
  readonly speakers: readonly Speaker[];
  readonly event: ProtocolEvent;
  readonly view: ProtocolView;
  readonly setup: ProtocolSetup;
}

/**
 * In seat order, each seat waits until the one before has spoken to it or has a plan, speaks to those that it may
 * address, then plans. Messages interrupt seats with a plan; only a new plan makes these speak again, to later seats,
 * so that news cannot run in circles. Broadcast chain of COOP² (arXiv 2603.00349v2).
 */
export const turnTaking: Protocol<Speaker[]> = {
  name: 'turn-taking',
  summary: 'seats speak one after the other, each before it plans; messages interrupt',
  version: 1,
  options,
  refuses: (topology, _channel, given) => needsConstancy(topology) ?? needsTalk(topology, given),
  roles: ({ seats }) => seatList(seats).map((seat) => `speaker ${seat + 1}`),
  init: ({ seats }) =>
    seatList(seats).map(() => ({ ...EMPTY_DESK, turn: 'none', addressed: false, waits: 0, news: null })),
  step: (state, event, view, setup) =>
    transition(state, (speakers, requests) => {
      take(speakers, event);
      const turn = { ...requests, speakers, event, view, setup };
      speakers.forEach((speaker, seat) => proceed(seat, speaker, turn));
    }),
};

function take(speakers: readonly Speaker[], event: ProtocolEvent): void {
  if (event.kind === 'timeout') {
    const late = speakers.find(
      ({ turn, waits }, seat) => turn === 'waiting' && event.id === waitId(seat, waits),
    );
    if (late !== undefined) late.turn = 'called';
    return;
  }
  const speaker = speakers[event.seat];
  if (speaker === undefined) return;
  const hadPlan = speaker.open === null;
  receive(speakers, event);
  if (event.kind === 'delivered' && event.from === event.seat - 1) speaker.addressed = true;
  if (event.kind === 'decided' && event.planned) {
    speaker.turn = 'none';
    // An agent that plans whenever it is asked, also when it was only to speak, would have news for ever.
    if (hadPlan && event.purpose !== 'speak') speaker.news = event.cause;
  }
}

function proceed(seat: number, speaker: Speaker, turn: Turn): void {
  if (speaker.thinking) return;
  if (speaker.open !== null) makePlan(seat, speaker, turn);
  else if (speaker.woken !== null) ask(turn, seat, 'repair');
  else {
    if (speaker.news !== null) tellNews(seat, speaker, turn);
    if (!speaker.thinking && speaker.unread !== null && turn.view.seats[seat]?.planned === true) {
      ask(turn, seat, 'interrupt');
    }
  }
}

function makePlan(seat: number, speaker: Speaker, turn: Turn): void {
  if ((speaker.turn === 'none' || speaker.turn === 'waiting') && isOnTurn(seat, speaker, turn)) {
    speaker.turn = 'called';
  }
  if (speaker.turn === 'none') {
    speaker.turn = 'waiting';
    speaker.waits += 1;
    turn.wait(waitId(seat, speaker.waits), turn.setup.options['turnSeconds'] as number);
  }
  if (speaker.turn === 'waiting') return;
  const neighbours = turn.view.graph.out[seat] ?? [];
  if (speaker.turn === 'called' && neighbours.length > 0) ask(turn, seat, 'speak', neighbours);
  else ask(turn, seat, speaker.woken === null ? 'plan' : 'repair');
  speaker.turn = 'spoken';
}

/** The speaker before it has spoken to it or is ready: it has a plan and nothing to think about. */
function isOnTurn(seat: number, { addressed }: Speaker, { speakers, view }: Turn): boolean {
  const before = speakers[seat - 1];
  if (before === undefined || addressed) return true;
  return !before.thinking && before.open === null && view.seats[seat - 1]?.planned === true;
}

function tellNews(seat: number, speaker: Speaker, turn: Turn): void {
  const later = (turn.view.graph.out[seat] ?? []).filter((to) => to > seat);
  speaker.news = null;
  if (later.length > 0) ask(turn, seat, 'speak', later);
}

function ask(turn: Turn, seat: number, purpose: Purpose, to: readonly number[] = []): void {
  const speaker = turn.speakers[seat];
  if (speaker === undefined) return;
  const cause = causes(speaker, turn.event);
  occupy(speaker, purpose);
  speaker.addressed = false;
  turn.activate({ seat, purpose, to, cause });
}

function waitId(seat: number, waits: number): string {
  return `turn ${seat} ${waits}`;
}
