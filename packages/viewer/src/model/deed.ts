import type { QuorumEvent } from '@quorum/events';
import { actionWords, outcomeWords } from './plain-words.js';

/** Something that somebody did or that befell them, without what differs between any two episodes. */
export interface Deed {
  readonly seq: number;
  /** Virtual time, microseconds. */
  readonly time: number;
  /** The same for the same deed at the same moment of body time. */
  readonly key: string;
  /** `agent 0 asks …`: the rest of a sentence. */
  readonly text: string;
}

/** Longest words quoted. */
const QUOTED = 80;

/**
 * The deed of an event; null for events that are none, or that concern nobody of the first `seats` seats.
 *
 * Left out is what follows from a condition or from another deed: the header, the world's beginning, numbers of events,
 * virtual time (thoughts of other length), prompts and observations, what seats think and when, deliveries, points.
 */
export function deedOf(event: QuorumEvent, seats: number): Deed | null {
  if ('seat' in event && event.seat !== undefined && event.seat >= seats) return null;
  const common = (list: readonly number[]): readonly number[] => list.filter((seat) => seat < seats);
  const deed = (parts: unknown, text: string): Deed => ({
    seq: event.seq,
    time: event.time,
    key: JSON.stringify([event.tick, event.type, parts]),
    text,
  });
  switch (event.type) {
    case 'message.sent': {
      const { seat, kind, text, task, claims, work } = event;
      const to = common(event.to);
      if (to.length === 0 && event.to.length > 0) return null;
      return deed(
        [seat, to, kind, text, task, claims, work],
        `agent ${seat} tells ${names(to)} “${quote(text || kind)}”`,
      );
    }
    case 'message.lost':
      if (event.from >= seats) return null;
      return deed(
        [event.seat, event.from, event.reason],
        `a message from agent ${event.from} to agent ${event.seat} is lost`,
      );
    case 'message.refused':
      return deed(
        [event.seat, event.reason],
        `a message of agent ${event.seat} is refused (${event.reason})`,
      );
    case 'plan.committed': {
      const { seat, task, actions } = event;
      const what = task ?? (actions[0] === undefined ? 'nothing' : actionWords(actions[0].type));
      return deed([seat, task, actions], `agent ${seat} plans ${what}`);
    }
    case 'plan.ended':
      return deed(
        [event.seat, event.status, event.outcome],
        `a plan of agent ${event.seat} ends: ${outcomeWords(event.outcome)}`,
      );
    case 'action.ended': {
      const { seat, action, outcome } = event;
      return deed(
        [seat, action, outcome],
        `agent ${seat} ends “${actionWords(action)}”: ${outcomeWords(outcome)}`,
      );
    }
    case 'attempt.started':
    case 'attempt.ended': {
      const who = common(event.seats);
      if (who.length === 0) return null;
      const began = event.type === 'attempt.started';
      const how = began ? 'begin' : event.success ? 'succeed' : 'give up';
      return deed(
        [event.task, who, how],
        `${names(who)} ${how}${who.length === 1 ? 's' : ''} at ${event.task}`,
      );
    }
    case 'world.bodyRemoved':
      return deed([event.body], `${event.body} is delivered`);
    case 'capability.changed': {
      const { seat, capability, change } = event;
      return deed([seat, capability, change], `agent ${seat} has ${change} ${capability}`);
    }
    case 'fault.injected':
      return deed([event.seat, event.fault, event.task], `a fault hits agent ${event.seat}: ${event.fault}`);
    case 'intervention.applied':
      return deed([event.source, event.kind, event.seat ?? null], `${event.source} steps in: ${event.kind}`);
    case 'repair.checked':
      return deed([event.outcome], `plans are checked: ${event.outcome}`);
    case 'episode.ended':
      return deed([event.status], `the episode ends: ${event.status}`);
    default:
      return null;
  }
}

function names(seats: readonly number[]): string {
  if (seats.length === 0) return 'nobody';
  return `${seats.length === 1 ? 'agent' : 'agents'} ${seats.join(', ')}`;
}

function quote(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED - 1)}…` : text;
}
