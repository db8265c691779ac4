import { MESSAGE_KINDS, type EpisodeHeader, type MessageSent, type QuorumEvent } from '@quorum/events';

/**
 * The finite coding of what is said and planned: never the words. A message is a speech act times a referent, a plan is a
 * referent alone.
 *
 * - speech act: one of `MESSAGE_KINDS`
 * - referent: the task that the message is about (its number in the order of opening), a task that never opened, the one
 *   seat that it is for where it names no task, or nothing
 */
export interface Coding {
  /** Untyped channels carry no speech acts: there nothing is coded. */
  readonly typed: boolean;
  readonly seats: number;
  /** Number of each task, in the order of opening. */
  readonly tasks: Map<string, number>;
}

/** Code of a message or of a plan: a whole number that stands for nothing but itself. */
export type Code = number;

/** Numbers of the referents that are neither seat nor task. */
const NOTHING = 0;
const UNKNOWN_TASK = 1;
const FIRST_SEAT = 2;

/** A coding that knows no tasks yet. */
export function createCoding({ team, channel }: Pick<EpisodeHeader, 'team' | 'channel'>): Coding {
  return { typed: channel['form'] !== 'free', seats: team.length, tasks: new Map() };
}

/** Takes in a task that opens; all else is left alone. */
export function noteTask({ tasks }: Coding, event: QuorumEvent): void {
  if (event.type === 'task.opened' && !tasks.has(event.task)) tasks.set(event.task, tasks.size);
}

/** Code of a message; null on a channel without speech acts. */
export function codeMessage(coding: Coding, message: Pick<MessageSent, 'kind' | 'task' | 'to'>): Code | null {
  if (!coding.typed) return null;
  const { kind, task, to } = message;
  const [only, ...others] = to;
  const addressed = only === undefined || others.length > 0 ? NOTHING : FIRST_SEAT + only;
  const referent = task === null ? addressed : codeTask(coding, task);
  return referent * MESSAGE_KINDS.length + MESSAGE_KINDS.indexOf(kind);
}

/** Code of a plan: the task that it serves. */
export function codeTask({ tasks, seats }: Coding, task: string | null): Code {
  if (task === null) return NOTHING;
  const number = tasks.get(task);
  return number === undefined ? UNKNOWN_TASK : FIRST_SEAT + seats + number;
}
