import type { ActionOutcome } from '@quorum/events';

/** Raw reasons of the source and what they are called here, the first that matches. */
const KNOWN: readonly (readonly [reason: RegExp, outcome: ActionOutcome])[] = [
  [/^replanned$/i, 'replaced'],
  [/^episode ended$/i, 'episode_ended'],
  [/insufficient_force/, 'insufficient_force'],
  [/^requires \d+ agents/i, 'insufficient_force'],
  [/blocked_destination/, 'blocked_destination'],
  [/no_contact/, 'no_contact'],
  [/^no collectable resource/i, 'no_contact'],
  [/^pushed block .* instead/i, 'wrong_block'],
  [/^missing required tool/i, 'missing_capability'],
  [/navigation_target_not_reached|timeout/, 'timeout'],
];

/** Stands for a reason that has no equal here. */
export const UNKNOWN_REASON: ActionOutcome = 'timeout';

/** How a raw reason is called here; null when it has no equal. */
export function outcomeOf(reason: string): ActionOutcome | null {
  return KNOWN.find(([pattern]) => pattern.test(reason))?.[1] ?? null;
}
