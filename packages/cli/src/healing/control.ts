import type { Intervention } from '@quorum/agents';
import { z } from 'zod';
import { annotate } from './policies/annotate.js';
import { create } from './policies/create.js';
import { reroute } from './policies/reroute.js';
import type { Policy, Sickbed } from './policy.js';

/** Gives the turns of a policy without its treatment, so that a gain from more turns can be told from healing. */
export interface Control extends Omit<Policy, 'treat'> {
  /** @param woken the seats that the matched policy would have woken because of the finding, in its order */
  treat(sickbed: Sickbed, woken: readonly number[]): readonly Intervention[];
}

/** Policies that have a control: those that wake anybody. */
const MATCHED = [annotate, reroute, create] as const;

/** Versions of what a control may be matched to, for the header: they decide whom it wakes. */
export const MATCHED_VERSIONS = Object.fromEntries(
  MATCHED.map(({ name, version }) => [`healing.${name}`, String(version)]),
);

export const matchOption = {
  like: z
    .enum(['annotate', 'reroute', 'create'])
    .default('annotate')
    .describe('the policy that it is matched to: it wakes as many agents, at the same findings'),
};

/** A control as the policy that it is when matched to the policy of this name. */
export function matchedTo(like: z.output<typeof matchOption.like>, control: Control): Policy {
  const model = MATCHED.find(({ name }) => name === like);
  return {
    ...control,
    treat: (sickbed) => control.treat(sickbed, seatsWoken(model?.treat(sickbed) ?? [])),
  };
}

/** Seats that think again because of interventions; who is handed a message does, too. */
export function seatsWoken(interventions: readonly Intervention[]): number[] {
  return interventions.flatMap((one) => ('seat' in one ? [one.seat] : []));
}
