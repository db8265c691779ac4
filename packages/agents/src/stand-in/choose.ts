import type { Proposal } from '@quorum/env';
import { best, rate } from '../reference/rate.js';
import type { Beliefs, Commitment } from './beliefs.js';
import { divideWork, type Prospects } from './prospects.js';
import { leads, type Situation } from './read-situation.js';

/** All that a choice rests on. */
export interface Outlook {
  readonly situation: Situation;
  readonly beliefs: Beliefs;
  readonly prospects: Prospects;
  /** Whether it does what is asked of it this time. */
  readonly complies: boolean;
}

/**
 * What a seat without a plan does: what a notice advises or what it is asked to if it complies, else what it has said it would, else its share of
 * the work as it sees it, else the best start it can make. Undefined if nothing needs it.
 */
export function choose(outlook: Outlook): Proposal | undefined {
  const { situation, beliefs, prospects } = outlook;
  return (
    advised(outlook) ??
    requested(outlook) ??
    promised(outlook) ??
    divideWork(situation, prospects, beliefs).get(situation.own.seat) ??
    startable(outlook)
  );
}

/** The best task that still needs hands, counting on agents that it does not know of to join. */
function startable(outlook: Outlook): Proposal | undefined {
  return best(
    outlook.prospects.proposals.filter(
      ({ task, requiredAgents }) => countOthers(outlook, task) < requiredAgents,
    ),
    (proposal) => rate(proposal) / proposal.requiredAgents,
  );
}

/** What a notice advises it to do, if it can and will. */
export function advised({ situation, prospects, complies }: Outlook): Proposal | undefined {
  const task = situation.repair?.get(situation.own.seat);
  return complies ? prospects.proposals.find((proposal) => proposal.task === task) : undefined;
}

/** What it is asked to do, if it can and will. */
export function requested({ beliefs, prospects, complies }: Outlook): Proposal | undefined {
  const { request } = beliefs;
  if (request === null || !(request.accepted || complies)) return undefined;
  return prospects.proposals.find(({ task }) => task === request.task);
}

/**
 * What it has said it would do and has not planned yet, unless enough others have said so before it, or nobody has
 * followed and it can rather join somebody who has spoken before it or is at work.
 */
function promised(outlook: Outlook): Proposal | undefined {
  const { situation, beliefs, prospects } = outlook;
  const { seat } = situation.own;
  const word = beliefs.commitments.get(seat);
  const plans = situation.memory.plans.filter((plan) => plan.seat === seat);
  if (word === undefined || plans.some(({ made }) => made >= word.at)) return undefined;
  const proposal = prospects.proposals.find(({ task }) => task === word.task);
  if (proposal === undefined || isSuperfluous(outlook, proposal)) return undefined;
  const isAlone = countOthers(outlook, word.task) === 0 && proposal.requiredAgents > 1;
  return isAlone && couldJoin(outlook, word) ? undefined : proposal;
}

/** Whether somebody lacks hands whom it is on the seat to join: of two that wait for each other, only one does. */
function couldJoin(outlook: Outlook, word: Commitment): boolean {
  const { situation, beliefs, prospects } = outlook;
  const { seat } = situation.own;
  return [...beliefs.commitments].some(([other, { task, since }]) => {
    const isFirst = leads(situation) || since < word.since || (since === word.since && other < seat);
    const there = prospects.proposals.find((proposal) => proposal.task === task);
    return (
      other !== seat && isFirst && there !== undefined && countOthers(outlook, task) < there.requiredAgents
    );
  });
}

/** Whether enough others have taken a task before the seat has. */
function isSuperfluous({ situation, beliefs }: Outlook, { task, requiredAgents }: Proposal): boolean {
  const { seat } = situation.own;
  const word = beliefs.commitments.get(seat);
  const since = word?.task === task ? word.since : Infinity;
  const before = [...beliefs.commitments].filter(
    ([other, taken]) =>
      other !== seat &&
      taken.task === task &&
      (taken.since < since || (taken.since === since && other < seat)),
  );
  return before.length >= requiredAgents;
}

/**
 * What a seat with a plan turns to on news, or undefined to go on: what it is asked to do; anything, when its task is over
 * it only waits or enough others do it; the task anew when it takes more or fewer agents than thought; the task of others that it completes
 * while its own lacks agents.
 *
 * @param before what it could do by what it knew before the news
 */
export function reconsider(outlook: Outlook, before: Prospects): Proposal | undefined {
  const { situation, beliefs, prospects } = outlook;
  const task = situation.own.plan.plan?.task ?? null;
  const wish = requested(outlook);
  if (wish !== undefined) return wish.task === task ? undefined : wish;
  if (task === null || beliefs.over.has(task)) return choose(outlook);

  const now = prospects.proposals.find((proposal) => proposal.task === task);
  const then = before.proposals.find((proposal) => proposal.task === task);
  if (now === undefined || then === undefined) return undefined;
  if (isSuperfluous(outlook, now)) return choose(outlook);
  const others = countOthers(outlook, task);
  if (now.requiredAgents !== then.requiredAgents) {
    return divideWork(situation, prospects, beliefs).get(situation.own.seat) ?? now;
  }
  if (others + 1 >= now.requiredAgents) return undefined;
  return prospects.proposals.find((proposal) => {
    const there = countOthers(outlook, proposal.task);
    const isCompleted = there > 0 && there < proposal.requiredAgents && there + 1 >= proposal.requiredAgents;
    // Of two that would join each other, only one does.
    const isPreferred = there > others + 1 || (there === others + 1 && proposal.task < task);
    return proposal.task !== task && isCompleted && isPreferred;
  });
}

function countOthers({ situation, beliefs }: Outlook, task: string): number {
  return [...beliefs.commitments].filter(
    ([seat, commitment]) => seat !== situation.own.seat && commitment.task === task,
  ).length;
}
