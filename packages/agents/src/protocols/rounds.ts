import type { Purpose } from '@quorum/events';
import { z } from 'zod';
import type { Protocol, ProtocolEvent, ProtocolSetup, ProtocolView } from '../contract/protocol.js';
import { needsTalk } from './contradictions.js';
import { causes, emptyDesks, occupy, receive, type Desk } from './desk.js';
import { transition, type Requests } from './transition.js';
import { waitSeconds } from './wait-seconds.js';

const options = z.strictObject({
  rounds: z.int().min(2).max(100).default(2).describe('times that everybody speaks before all plan'),
  timeoutSeconds: waitSeconds(10, 'longest that a round waits for messages on their way, virtual time'),
});

/** A debate: some seats without a plan speak in rounds, then plan. */
type Session = {
  /** 1, 2, … while they speak; one more than there are rounds while they plan. */
  round: number;
  members: number[];
  /** Members that are through with this round. */
  spoken: number[];
  /** Links `from>to` over which something was sent in this round, and over which something has arrived. */
  sent: string[];
  heard: string[];
  /** What the round waits for is on its way; or has been for too long. */
  patience: 'none' | 'waiting' | 'over';
};

type Debate = {
  desks: Desk[];
  session: Session | null;
  /** Waits begun so far: tells the timeout of this wait from older ones. */
  waits: number;
};

interface Turn extends Requests {
  readonly event: ProtocolEvent;
  readonly view: ProtocolView;
  readonly setup: ProtocolSetup;
}

/**
 * Debate: seats without a plan hold a session. In each round all of them speak at once to their neighbours; it is over
 * when everything said among them has arrived. After the last one all plan. Whoever loses its plan later than in the
 * first round is in the next session; others only hear, and a lone seat speaks once: there is nobody to answer to.
 * Du et al., arXiv 2305.14325, on a graph.
 */
export const rounds: Protocol<Debate> = {
  name: 'rounds',
  summary: 'seats without a plan all speak at once, several times, then all plan',
  version: 1,
  options,
  refuses: (topology, _channel, given) => needsTalk(topology, given),
  roles: ({ seats }) => Array.from({ length: seats }, () => 'member'),
  init: ({ seats }) => ({ desks: emptyDesks(seats), session: null, waits: 0 }),
  step: (state, event, view, setup) =>
    transition(state, (debate, requests) => {
      take(debate, event);
      const turn = { ...requests, event, view, setup };
      while (proceed(debate, turn));
      repair(debate, turn);
    }),
};

function take({ desks, session, waits }: Debate, event: ProtocolEvent): void {
  receive(desks, event);
  if (session === null) return;
  if (event.kind === 'timeout') {
    if (event.id === waitId(waits) && session.patience === 'waiting') session.patience = 'over';
  } else if (event.kind === 'delivered' && event.sentFor === 'speak') {
    session.heard.push(link(event.from, event.seat));
  } else if (event.kind === 'decided' && session.members.includes(event.seat)) {
    if (event.planned) session.members = session.members.filter((seat) => seat !== event.seat);
    else session.spoken.push(event.seat);
    session.sent.push(...event.sentTo.map((to) => link(event.seat, to)));
  }
}

/** One step of the session; true if another one may follow at once. */
function proceed(debate: Debate, turn: Turn): boolean {
  const { desks } = debate;
  const last = turn.setup.options['rounds'] as number;
  if (debate.session === null) {
    if (!desks.some(mayJoin)) return false;
    debate.session = { round: 1, members: [], spoken: [], sent: [], heard: [], patience: 'none' };
  }
  const { session } = debate;
  if (session.members.length === 0 && session.round > 1) {
    debate.session = null;
    return true;
  }
  if (session.round > last) return false;
  if (session.round === 1) letJoin(debate, session, turn);
  if (!isOver(debate, session, turn)) return false;

  const isLast = session.round === last || session.members.length < 2;
  const members = session.members.toSorted((a, b) => a - b);
  const round = isLast ? last + 1 : session.round + 1;
  debate.session = { round, members, spoken: [], sent: [], heard: [], patience: 'none' };
  for (const seat of members) {
    if (!isLast) speak(debate, debate.session, seat, turn);
    else ask(debate, turn, seat, desks[seat]?.woken === null ? 'plan' : 'repair');
  }
  return true;
}

function mayJoin({ open, thinking }: Desk): boolean {
  return open !== null && !thinking;
}

function letJoin(debate: Debate, session: Session, turn: Turn): void {
  debate.desks.forEach((desk, seat) => {
    if (!mayJoin(desk) || session.members.includes(seat)) return;
    session.members.push(seat);
    session.patience = 'none';
    speak(debate, session, seat, turn);
  });
}

function isOver(debate: Debate, session: Session, { view, setup, ...requests }: Turn): boolean {
  const { members, spoken, sent, heard } = session;
  if (members.some((seat) => !spoken.includes(seat))) return false;
  // Whoever has no plan at this instant takes part, though its turn to say so may not have come.
  const isComing = (desk: Desk, seat: number): boolean =>
    desk.open === null && !desk.thinking && view.seats[seat]?.planned === false;
  if (session.round === 1 && debate.desks.some(isComing)) return false;

  const isAmong = (one: string): boolean => one.split('>').every((end) => members.includes(Number(end)));
  // What was sent last arrives last, as a rule: looking from the end tells soonest that something is missing.
  const isComplete = sent.findLast((one) => !heard.includes(one) && isAmong(one)) === undefined;
  if (isComplete || session.patience === 'over') return true;
  if (session.patience === 'none') {
    session.patience = 'waiting';
    debate.waits += 1;
    requests.wait(waitId(debate.waits), setup.options['timeoutSeconds'] as number);
  }
  return false;
}

function speak(debate: Debate, session: Session, seat: number, turn: Turn): void {
  const to = turn.view.graph.out[seat] ?? [];
  if (to.length === 0) session.spoken.push(seat);
  else ask(debate, turn, seat, 'speak', to);
}

/** Those who have a plan and are woken think again outside the session. */
function repair(debate: Debate, turn: Turn): void {
  debate.desks.forEach(({ thinking, open, woken }, seat) => {
    if (!thinking && open === null && woken !== null) ask(debate, turn, seat, 'repair');
  });
}

function ask(
  { desks }: Debate,
  turn: Turn,
  seat: number,
  purpose: Purpose,
  to: readonly number[] = [],
): void {
  const desk = desks[seat];
  if (desk === undefined) return;
  const cause = causes(desk, turn.event);
  occupy(desk, purpose);
  turn.activate({ seat, purpose, to, cause });
}

function link(from: number, to: number): string {
  return `${from}>${to}`;
}

function waitId(waits: number): string {
  return `round ${waits}`;
}
