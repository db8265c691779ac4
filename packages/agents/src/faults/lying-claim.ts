import { z } from 'zod';
import type { Claim } from '@quorum/events';
import type { Rng } from '@quorum/env';
import type { MessageDecision } from '../contract/message.js';
import type { Fault, FaultView } from '../contract/fault.js';
import { culprit, culpritOf, fromSeconds, hasBegun, missingSeat } from './culprit.js';

/** A seat whose claims are wrong. */
export const lyingClaim: Fault = {
  name: 'lying-claim',
  summary: 'claims of a seat are changed to false ones',
  version: 1,
  options: z.strictObject({
    fromSeconds,
    seat: culprit,
    share: z.number().min(0).max(1).default(1).describe('chance of each message to lie'),
    by: z.int().min(1).max(100).default(1).describe('added to a number of the claim'),
  }),
  refuses: missingSeat,
  init: culpritOf,
  decision(state, { seat, to, activation, decision }, view) {
    const { messages = [] } = decision;
    if (!hasBegun(view) || seat !== state || to.length === 0) return null;
    let lies = 0;
    const spoilt = messages.map((message, i) => {
      const rng = view.rng('lie', activation, i);
      const claims = message.claims ?? [];
      if (claims.length === 0 || rng.uniform() >= (view.options['share'] as number)) return message;
      const changed = claims.map((claim) => twist(claim, view, rng));
      if (changed.every((claim, k) => claim === claims[k])) return message;
      lies += 1;
      return { ...message, claims: changed, text: restate(message, changed, view) };
    });
    const [{ task = null } = {}] = messages;
    if (lies === 0) return null;
    return {
      state,
      value: { ...decision, messages: spoilt },
      seat,
      task,
      note: `agent ${seat} lies in ${lies} of ${messages.length}`,
    };
  },
};

/** The claim with one of its numbers changed so that it is false; itself where that cannot be. */
function twist(claim: Claim, view: FaultView, rng: Rng): Claim {
  const { language } = view.scenario;
  const numbers = Object.keys(claim).filter((key) => typeof claim[key] === 'number');
  for (const key of rng.shuffle(numbers)) {
    const lie = { ...claim, [key]: (claim[key] as number) + (view.options['by'] as number) };
    if (language.claim.safeParse(lie).success && view.judge(lie) === 'false') return lie;
  }
  return claim;
}

/** The text says the same as the claims. */
function restate({ text, claims = [] }: MessageDecision, changed: readonly Claim[], view: FaultView): string {
  const { language } = view.scenario;
  return claims.reduce(
    (words, claim, i) => words.replaceAll(language.say(claim), language.say(changed[i] ?? claim)),
    text,
  );
}
