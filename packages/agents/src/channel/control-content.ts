import type { Rng } from '@quorum/env';
import type { ChannelSpec } from './channel-spec.js';
import type { ChannelView, Delivery, Outcome } from './transmit.js';

/** How much later than it would a message arrives where content is `delayed`, virtual seconds. */
const CONTROL_DELAY_SECONDS = 10;

/** What arrives in place of every text where content is `fixed-text`. */
const FIXED_TEXT = 'This is a message.';

/**
 * Spoils what a message says, for the control conditions that tell what words are good for. Whether, where and (but for
 * `delayed`) when it arrives stays as the channel decided. Each draw has a name of its own.
 *
 * - `scrambled`: the words in random order; claims and task are dropped
 * - `delayed`: late by `CONTROL_DELAY_SECONDS`
 * - `random-sender`: somebody else of the team seems to have said it
 * - `fixed-text`: always the same text; claims, task and kind are dropped
 */
export function controlContent(
  content: ChannelSpec['content'],
  { from, text, seats }: { readonly from: number; readonly text: string; readonly seats: number },
  outcomes: readonly Outcome[],
  view: ChannelView,
): readonly Outcome[] {
  if (content === 'open' || content === 'withheld') return outcomes;
  return outcomes.map((outcome) => {
    if ('lost' in outcome) return outcome;
    switch (content) {
      case 'scrambled':
        return { ...outcome, corrupted: shuffle(text, view.rng('scrambled', outcome.to, outcome.copy)) };
      case 'delayed':
        return { ...outcome, delayMicros: outcome.delayMicros + CONTROL_DELAY_SECONDS * 1_000_000 };
      case 'random-sender':
        return { ...outcome, seeming: stranger(outcome, from, seats, view) };
      case 'fixed-text':
        return { ...outcome, corrupted: FIXED_TEXT };
    }
  });
}

/** Somebody other than sender and recipient. */
function stranger({ to, copy }: Delivery, from: number, seats: number, view: ChannelView): number {
  const others = Array.from({ length: seats }, (_, seat) => seat).filter(
    (seat) => seat !== from && seat !== to,
  );
  return others[Math.floor(view.rng('random-sender', to, copy).uniform() * others.length)] ?? from;
}

/** The words in random order (Fisher and Yates). */
function shuffle(text: string, rng: Rng): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (let last = words.length - 1; last > 0; last--) {
    const place = Math.floor(rng.uniform() * (last + 1));
    [words[last], words[place]] = [words[place] ?? '', words[last] ?? ''];
  }
  return words.join(' ');
}
