import { MESSAGE_KINDS, type MessageKind } from '@quorum/events';
import { countColumn } from '../counts.js';
import type { Metric } from '../metric.js';
import { countFollowed, type FollowedCounts } from './followed.js';
import { sortedRecord } from './sorted-record.js';
import { createTalk, stepTalk, TALK_EVENTS, type Talk, type Thirds, type Told } from './talk.js';
import { TRIGGERS, triggerWords, type Trigger } from './triggers.js';

/**
 * Five questions about the talk of one episode, or of several together. Whole numbers throughout, so that
 * `mergeFiveWs` adds them up; bounded by seats × seats and kinds × tasks.
 */
export interface FiveWs {
  readonly episodes: number;
  readonly messages: number;
  /** Who with whom: copies from seat (row) to seat (column). */
  readonly who: readonly (readonly number[])[];
  /** What: messages by speech act and task, only where there are any, both in order. */
  readonly what: Readonly<Partial<Record<MessageKind, Readonly<Record<string, number>>>>>;
  /** When, by speech act. */
  readonly when: Readonly<Partial<Record<MessageKind, Thirds>>>;
  /** Why, by speech act: what triggered the sender. */
  readonly why: Readonly<Partial<Record<MessageKind, Readonly<Record<Trigger, number>>>>>;
  /** And what followed. */
  readonly followed: FollowedCounts;
}

/** Who talks to whom, what about, when, why, and what followed? Definition, unit, source and a worked example: the page below. */
export const fiveWs: Metric<Talk, FiveWs> = {
  name: 'five-ws',
  version: 2,
  reads: TALK_EVENTS,
  page: {
    summary: 'The Five Ws of an episode’s talk in one small table, which adds up over episodes.',
    formula:
      'who = copies of `message.sent` from seat to seat, as in `network`. what = messages by kind and by the task that they name (“(none)” without). when = messages by kind and third of the episode: progress = the larger of tick / horizon and, where there is a deadline, virtual time / deadline; the thirds end at progress 1/3, 2/3 and the end. why = messages by kind and by what triggered the activation that decided them: its purpose where that is `interrupt`, `reply` or `repair`; else reply where it was shown a message that had not been shown before, or was woken by one of its seat that was, and observation where not. followed = the counts of `chains`: what followed in windows after a message, beside windows without one, and what is linked.',
    source:
      'The Five Ws of Multi-Agent Communication (arXiv 2602.11583): who, whom, when, what, why. Counts and classes are ours.',
    notes:
      'Thirds are those of the time that an episode has, so that conditions can be compared; one that is completed early has little in the last third. What followed is not an effect. Tasks of different scenarios or variants have nothing in common but their names. Columns: see `network`, `message-coding`, `chains`; here only when and why.',
    grows: 'messages that reach a seat and are never shown to it',
    example:
      'Horizon 600 ticks. Seat 0 begins to speak at tick 0 and requests `a` of seat 1; seat 1 is shown the request as its turn comes and accepts `a` at tick 250: who (0,1) 1, (1,0) 1; what request a 1, accept a 1; when request [1, 0, 0], accept [0, 1, 0]; why request observation, accept reply.',
  },
  columns: [
    ...(['first', 'second', 'last'] as const).map((name, third) =>
      countColumn(name, 'messages', `messages in the ${name} third`, (r: FiveWs) =>
        Object.values(r.when).reduce((sum, thirds) => sum + (thirds[third] ?? 0), 0),
      ),
    ),
    ...TRIGGERS.map((trigger) =>
      countColumn(trigger, 'messages', `messages triggered by ${triggerWords[trigger]}`, (r: FiveWs) =>
        Object.values(r.why).reduce((sum, triggers) => sum + triggers[trigger], 0),
      ),
    ),
  ],
  init: createTalk,
  step: stepTalk,
  result({ who, byKind, followed, now }) {
    const kinds = MESSAGE_KINDS.flatMap((kind): [MessageKind, Told][] => {
      const told = byKind.get(kind);
      return told === undefined ? [] : [[kind, told]];
    });
    const told = <T>(read: (told: Told) => T) =>
      Object.fromEntries(kinds.map(([kind, of]) => [kind, read(of)])) as Partial<Record<MessageKind, T>>;
    const when = told(({ thirds }): Thirds => [...thirds]);
    return {
      episodes: 1,
      messages: Object.values(when).reduce((sum, [first, second, last]) => sum + first + second + last, 0),
      who: who.map((row) => [...row]),
      what: told(({ tasks }) => sortedRecord(tasks)),
      when,
      why: told(({ triggers }) => ({ ...triggers })),
      followed: countFollowed({ ...followed, now }),
    };
  },
};
