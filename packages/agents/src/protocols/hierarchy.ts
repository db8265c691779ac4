import type { Purpose } from '@quorum/events';
import { z } from 'zod';
import type { Protocol, ProtocolEvent, ProtocolSetup, ProtocolView } from '../contract/protocol.js';
import type { Graph } from '../contract/topology.js';
import { seatList } from '../topologies/graphs.js';
import { needsConstancy, needsHierarchy } from './contradictions.js';
import { causes, EMPTY_DESK, occupy, receive, type Desk } from './desk.js';
import { transition, type Requests } from './transition.js';
import { waitSeconds } from './wait-seconds.js';

const options = z.strictObject({
  replySeconds: waitSeconds(10, 'longest that a superior waits for replies, virtual time'),
  directiveSeconds: waitSeconds(30, 'longest that a subordinate waits for its superior, virtual time'),
});

/** What a seat has to do, one after the other: `await` and `listen` are waits, the others activations. */
type Step = 'await' | 'reply' | 'speak' | 'listen' | 'plan' | 'interrupt';

/** From having no plan to having one, once the superior has been heard. */
const ROUND: readonly Step[] = ['speak', 'listen', 'plan'];

type Post = Desk & {
  agenda: Step[];
  /** A directive that has not been dealt with. */
  directive: boolean;
  /** Subordinates whose replies it waits for. */
  awaited: number[];
  /** Waits begun so far: tells the timeout of this wait from older ones. */
  waits: number;
};

interface Turn extends Requests {
  readonly posts: readonly Post[];
  readonly event: ProtocolEvent;
  readonly view: ProtocolView;
  readonly setup: ProtocolSetup;
}

/**
 * Superiors speak before they plan and wait for replies; subordinates without a plan wait for the directive of a
 * superior that is on its way to a plan, reply, then do likewise with their own subordinates. Those with a plan reply,
 * then decide whether to keep it; a superior in the middle passes a new one on. Centralized in EmCoop
 * (arXiv 2603.00349), for trees of any depth. Only observers interrupt the top, which then leads a whole round again.
 */
export const hierarchy: Protocol<Post[]> = {
  name: 'hierarchy',
  summary: 'superiors speak, subordinates reply, then each plans; directives interrupt',
  version: 1,
  options,
  refuses: (topology, _channel, given) => needsHierarchy(topology, given) ?? needsConstancy(topology),
  roles: ({ seats, graph }) =>
    seatList(seats).map((seat) => {
      if (superior(graph, seat) === null) return 'leader';
      return subordinates(graph, seat).length > 0 ? 'lieutenant' : 'follower';
    }),
  init: ({ seats }) =>
    seatList(seats).map(() => ({ ...EMPTY_DESK, agenda: [], directive: false, awaited: [], waits: 0 })),
  step: (state, event, view, setup) =>
    transition(state, (posts, requests) => {
      const turn = { ...requests, posts, event, view, setup };
      take(turn);
      posts.forEach((post, seat) => {
        if (post.thinking) return;
        organise(seat, post, turn);
        while (workOff(seat, post, turn));
      });
    }),
};

/** Takes in what has happened. */
function take(turn: Turn): void {
  const { posts, event, view } = turn;
  if (event.kind === 'timeout') {
    endWait(turn, event.id);
    return;
  }
  const post = posts[event.seat];
  if (post === undefined) return;
  const hadPlan = post.open === null;
  receive(posts, event);
  if (event.kind === 'delivered') {
    if (event.sentFor === 'reply') post.awaited = post.awaited.filter((seat) => seat !== event.from);
    const isDirective = event.sentFor === 'speak' && event.from === superior(view.graph, event.seat);
    if (isDirective) post.directive = true;
  } else if (event.kind === 'decided' && event.planned) {
    post.awaited = [];
    // A new plan in place of another one is news to those below; at the top, a whole round has preceded it.
    post.agenda = hadPlan && superior(view.graph, event.seat) !== null ? ['speak'] : [];
  } else if (event.kind === 'decided' && post.agenda[0] === 'listen') {
    const below = subordinates(view.graph, event.seat);
    post.awaited = event.sentTo.filter((seat) => below.includes(seat));
    if (post.awaited.length > 0) startWait(turn, event.seat, 'replySeconds');
  }
}

/** Brings the agenda of a seat that is not thinking up to date with what lies on its desk. */
function organise(seat: number, post: Post, turn: Turn): void {
  const isTop = superior(turn.view.graph, seat) === null;
  const hasPlan = turn.view.seats[seat]?.planned === true;
  if (post.open !== null && !post.agenda.includes('plan')) {
    const isDirected = post.directive || post.agenda.length > 0;
    const reply = post.agenda.filter((step) => step === 'reply');
    post.agenda = [...reply, ...ROUND];
    if (!isDirected && isBusy(superior(turn.view.graph, seat), turn)) {
      post.agenda.unshift('await');
      startWait(turn, seat, 'directiveSeconds');
    }
  }
  if (post.directive && (post.open !== null || hasPlan)) {
    const rest = post.agenda.filter((step) => step !== 'await' && step !== 'reply' && step !== 'interrupt');
    post.agenda = rest.includes('plan') ? ['reply', ...rest] : ['reply', 'interrupt', ...rest];
    post.directive = false;
  }
  if (post.woken !== null && hasPlan && !post.agenda.includes('plan')) {
    const reply = post.agenda.filter((step) => step === 'reply');
    post.agenda = isTop ? [...ROUND] : [...reply, 'plan'];
  }
}

/** Does the next thing on the agenda; true if it is done already. */
function workOff(seat: number, post: Post, turn: Turn): boolean {
  const step = post.agenda[0];
  if (post.thinking || step === undefined) return false;
  const { graph } = turn.view;
  const above = superior(graph, seat);
  if (step === 'await' && isBusy(above, turn)) return false;
  if (step === 'listen' && post.awaited.length > 0) return false;
  post.agenda.shift();
  if (step === 'speak') {
    const below = subordinates(graph, seat);
    if (below.length > 0) ask(turn, seat, 'speak', below);
  } else if (step === 'reply') {
    // A superior that has its plan does not wait for an answer.
    if (above !== null && isBusy(above, turn)) ask(turn, seat, 'reply', [above]);
  } else if (step === 'plan') {
    ask(turn, seat, post.woken === null ? 'plan' : 'repair');
  } else if (step === 'interrupt') {
    if (turn.view.seats[seat]?.planned === true) ask(turn, seat, 'interrupt');
  }
  return true;
}

/** It is on its way to a plan or to keeping the one it has. */
function isBusy(seat: number | null, { posts, view }: Turn): boolean {
  const post = seat === null ? undefined : posts[seat];
  if (seat === null || post === undefined) return false;
  const { thinking, open, agenda } = post;
  return thinking || open !== null || agenda.length > 0 || view.seats[seat]?.planned === false;
}

function ask(turn: Turn, seat: number, purpose: Purpose, to: readonly number[] = []): void {
  const post = turn.posts[seat];
  if (post === undefined) return;
  const cause = causes(post, turn.event);
  occupy(post, purpose);
  turn.activate({ seat, purpose, to, cause });
}

function startWait(turn: Turn, seat: number, limit: keyof z.output<typeof options>): void {
  const post = turn.posts[seat];
  if (post === undefined) return;
  post.waits += 1;
  turn.wait(waitId(seat, post.waits), turn.setup.options[limit] as number);
}

function endWait({ posts }: Turn, id: string): void {
  const post = posts.find(({ waits, thinking }, seat) => !thinking && id === waitId(seat, waits));
  if (post?.agenda[0] === 'await') post.agenda.shift();
  else if (post?.agenda[0] === 'listen') post.awaited = [];
}

function waitId(seat: number, waits: number): string {
  return `wait ${seat} ${waits}`;
}

function superior({ parents }: Graph, seat: number): number | null {
  return parents?.[seat] ?? null;
}

function subordinates({ parents, out }: Graph, seat: number): number[] {
  return (out[seat] ?? []).filter((other) => parents?.[other] === seat);
}
