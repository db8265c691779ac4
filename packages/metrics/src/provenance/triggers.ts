import { activationOf, type ShownMessages } from './shown-messages.js';

/** Why something is said: what triggered the activation that decided it. */
export const TRIGGERS = [
  /** The seat was interrupted in its plan. */
  'interrupt',
  /** It had been told something. */
  'reply',
  /** Its plan had been checked and found wanting. */
  'repair',
  /** What it saw: its plan was over, it was its turn, or the episode began. */
  'observation',
] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** Each trigger in words, for columns. */
export const triggerWords: Readonly<Record<Trigger, string>> = {
  interrupt: 'an interrupt',
  reply: 'a message',
  repair: 'a plan that was found wanting',
  observation: 'what the sender saw',
};

/** What triggered a message of the seat, by what it names among its `inputs`. */
export function triggerOf(shown: ShownMessages, seat: number, inputs: readonly number[]): Trigger {
  const activation = activationOf(shown, seat, inputs);
  if (activation === null) return 'observation';
  const { purpose, deliveries } = activation;
  if (purpose === 'interrupt' || purpose === 'reply' || purpose === 'repair') return purpose;
  return deliveries.size > 0 ? 'reply' : 'observation';
}
