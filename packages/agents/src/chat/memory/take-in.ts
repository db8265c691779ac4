import type { Message } from '../../contract/message.js';
import type { Activation, PlanEnd, PlanProgress } from '../../contract/agent.js';
import { tellMessage } from '../prompt/messages.js';
import type { ChatMemory, MemoryMessage, MemoryPlan } from './chat-memory.js';

/** Notes how remembered plans have ended, as far as the activation tells. */
export function noteEnds(memory: ChatMemory, { seat, plan, lastPlan, team }: Activation): ChatMemory {
  const known = new Map<number, Ending>(team?.map((view) => [view.seat, view]));
  known.set(seat, { plan, lastPlan });
  const plans = memory.plans.map((remembered) => {
    const now = known.get(remembered.seat);
    if (remembered.end !== null || now === undefined || now.plan !== null || now.lastPlan === null) {
      return remembered;
    }
    const { status, outcome, done } = now.lastPlan;
    return { ...remembered, end: { status, outcome, done } };
  });
  return { ...memory, plans };
}

interface Ending {
  readonly plan: PlanProgress | null;
  readonly lastPlan: PlanEnd | null;
}

/** Remembers messages that have come in; a duplicate of one that is remembered adds nothing. */
export function takeInMessages(memory: ChatMemory, inbox: readonly Message[]): ChatMemory {
  const messages = [...memory.messages];
  for (const message of inbox) {
    if (messages.some(({ id, from }) => from !== null && id === message.id)) continue;
    messages.push({ id: message.id, ...tellMessage(message) });
  }
  return { ...memory, messages };
}

/** Remembers what the seat itself has just said. */
export function takeInOwn(memory: ChatMemory, said: readonly MemoryMessage[]): ChatMemory {
  return { ...memory, messages: [...memory.messages, ...said] };
}

/**
 * Remembers plans just made. A plan of the same seat that is still open has been replaced by it.
 *
 * @param done actions of the replaced plan that had succeeded
 */
export function takeInPlans(memory: ChatMemory, made: readonly MemoryPlan[], done: number): ChatMemory {
  const seats = new Set(made.map(({ seat }) => seat));
  const before = memory.plans.map((plan): MemoryPlan =>
    plan.end === null && seats.has(plan.seat)
      ? { ...plan, end: { status: 'interrupted', outcome: 'replaced', done } }
      : plan,
  );
  return { ...memory, plans: [...before, ...made] };
}
