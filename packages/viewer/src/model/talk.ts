import type { MessageDelivered, MessageKind, QuorumEvent } from '@quorum/events';

/** A message and what became of it. Times are virtual, microseconds. */
export interface Message {
  readonly seq: number;
  readonly seat: number;
  readonly to: readonly number[];
  readonly kind: MessageKind;
  readonly text: string;
  readonly task: string | null;
  readonly work: boolean;
  readonly tokens: number;
  readonly time: number;
  readonly arrivals: { readonly seat: number; readonly time: number; readonly lost: string | null }[];
}

export interface Talk {
  readonly messages: Message[];
  readonly bySeq: Map<number, Message>;
  /** All that arrived, in order. */
  readonly deliveries: MessageDelivered[];
}

export function createTalk(): Talk {
  return { messages: [], bySeq: new Map(), deliveries: [] };
}

export function stepTalk(talk: Talk, event: QuorumEvent): void {
  if (event.type === 'message.sent') {
    const { seq, seat, to, kind, text, task, work, tokens, time } = event;
    const message: Message = { seq, seat, to, kind, text, task, work, tokens, time, arrivals: [] };
    talk.messages.push(message);
    talk.bySeq.set(seq, message);
  } else if (event.type === 'message.delivered' || event.type === 'message.lost') {
    const message = event.inputs.map((seq) => talk.bySeq.get(seq)).find((each) => each !== undefined);
    const lost = event.type === 'message.lost' ? event.reason : null;
    if (event.type === 'message.delivered') talk.deliveries.push(event);
    message?.arrivals.push({ seat: event.seat, time: event.time, lost });
  }
}
