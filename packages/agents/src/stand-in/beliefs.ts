import type { Claim } from '@quorum/events';
import type { Scenario } from '@quorum/env';
import type { PromptMessage } from '../chat/prompt-sections.js';
import { canonicalJson } from '../models/canonical-json.js';
import { finishedTasks, lastingFailures } from './plan-history.js';
import type { Situation } from './read-situation.js';
import { actsOf, type SpeechAct } from './speech-acts.js';

/** How long a word is taken for what its speaker is at, virtual microseconds. */
const COMMITMENT_MICROS = 45_000_000;

/** What a seat is taken to work on. */
export interface Commitment {
  readonly task: string;
  /** When it was said, virtual microseconds. */
  readonly at: number;
  /** The same; 0 where it was at work already. Of too many at one task, those give way for whom this is greatest. */
  readonly since: number;
}

/** A request that the reader has not dealt with. */
export interface PendingRequest {
  readonly task: string;
  /** When it was made, virtual microseconds. */
  readonly at: number;
  readonly from: number;
  /** It has already said that it will do so. */
  readonly accepted: boolean;
}

/** What the messages make the reader believe. */
export interface Beliefs {
  /** Claims of others, oldest first, without repetitions. */
  readonly claims: readonly Claim[];
  /** What the reader itself has claimed, as canonical JSON. */
  readonly told: ReadonlySet<string>;
  /** What each seat is at, the reader itself included. */
  readonly commitments: ReadonlyMap<number, Commitment>;
  readonly request: PendingRequest | null;
  /** Tasks that are over: said to be so or found so by the reader, and not seen to be open. */
  readonly over: ReadonlySet<string>;
  /** Tasks that the reader has reported as done. */
  readonly reported: ReadonlySet<string>;
  /** Seats that the reader remembers to have heard. */
  readonly speakers: ReadonlySet<number>;
}

/** Works out what to believe from what is remembered and has just come in, the latest messages of others left out. */
export function believe(scenario: Scenario, situation: Situation, staleness: number): Beliefs {
  const { memory, news, talk, now } = situation;
  const self = talk.seat;
  const everything = [...memory.messages, ...news];
  const heard = everything.filter(({ from }) => from !== null);
  const stale = new Set(staleness === 0 ? [] : heard.slice(-staleness));
  const messages = everything.filter((message) => !stale.has(message));

  const commitments = new Map<number, Commitment>();
  const done = new Set(finishedTasks(situation.own, memory.plans));
  const reported = new Set<string>();
  let request: PendingRequest | null = null;
  const take = (from: number, at: number, act: SpeechAct): void => {
    const { task } = act;
    if (act.act === 'done') {
      done.add(task);
      if (from === self) reported.add(task);
    } else if (act.act === 'refuse') {
      if (commitments.get(from)?.task === task) commitments.delete(from);
      if (from === self && request?.task === task) request = null;
    } else if (act.act === 'commit' || act.act === 'accept' || act.act === 'work') {
      commitments.set(from, { task, at, since: act.act === 'work' ? 0 : at });
      if (from !== self) return;
      request = request?.task === task ? { ...request, accepted: true } : null;
    } else if (act.of === self && from !== self) {
      request = { task, at, from, accepted: false };
    } else if (act.of !== self) {
      // Taken for granted until it says otherwise.
      commitments.set(act.of, { task, at, since: at });
    }
  };
  const hear = (said: readonly PromptMessage[]): void => {
    for (const message of said) {
      if (stale.has(message)) continue;
      for (const act of actsOf(message, recipientsOf(message, situation))) {
        take(message.from ?? self, message.sent, act);
      }
    }
  };
  hear(memory.messages);
  // What a notice advises others is taken for granted until they say otherwise.
  for (const [seat, task] of situation.repair ?? []) {
    if (seat !== self) commitments.set(seat, { task, at: now, since: now });
  }
  hear(news);
  for (const task of openTasks(scenario, situation)) done.delete(task);
  const failures = lastingFailures(self, situation);
  for (const [seat, { at, task }] of commitments) {
    // What has failed for the reader though nobody was missing has failed for those with it, too.
    const hasFailed = failures.some((failure) => failure.task === task && at <= failure.ended);
    if (now - at > COMMITMENT_MICROS || done.has(task) || hasFailed) commitments.delete(seat);
  }
  return {
    claims: claimsOf(
      scenario,
      memory.summary,
      messages.filter(({ from }) => from !== null),
    ),
    told: new Set(
      messages
        .filter(({ from }) => from === null)
        .flatMap(({ claims, text }) =>
          (claims.length > 0 ? claims : scenario.language.hear(text)).map(canonicalJson),
        ),
    ),
    commitments,
    request: isPending(request, situation) ? request : null,
    over: done,
    reported,
    speakers: new Set(messages.flatMap(({ from }) => from ?? [])),
  };
}

/** Tasks that the reader itself sees to be open. */
function openTasks(scenario: Scenario, { own }: Situation): readonly string[] {
  return own.observation === null ? [] : scenario.proposals(own.observation).map(({ task }) => task);
}

/** Whom a request is for that names nobody: of an own one, whom it was sent to; of others, the reader. */
function recipientsOf({ from, to }: PromptMessage, { talk }: Situation): readonly number[] {
  if (from !== null) return [talk.seat];
  return Array.isArray(to) ? (to as readonly number[]) : [];
}

/** A request is over when it is old, or the reader has since made a plan for something else or ended one for it. */
function isPending(request: PendingRequest | null, { memory, now }: Situation): boolean {
  if (request === null || now - request.at > COMMITMENT_MICROS) return false;
  return memory.plans.every(
    ({ made, task, end }) => made < request.at || (task === request.task && end === null),
  );
}

function claimsOf(scenario: Scenario, summary: string | null, messages: readonly PromptMessage[]): Claim[] {
  const { language } = scenario;
  const all = [
    ...(summary === null ? [] : language.hear(summary)),
    ...messages.flatMap(({ claims, text }) => (claims.length > 0 ? claims : language.hear(text))),
  ];
  // The last one of equals stays, so that later claims outdo earlier ones.
  const latest = new Map<string, Claim>();
  for (const claim of all) {
    if (!language.claim.safeParse(claim).success) continue;
    const key = canonicalJson(claim);
    latest.delete(key);
    latest.set(key, claim);
  }
  return [...latest.values()];
}
