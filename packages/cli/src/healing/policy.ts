import type { Intervention, Message } from '@quorum/agents';
import type { Rng } from '@quorum/env';
import type { Finding, GraphState } from '@quorum/metrics';

/** What a policy knows when something has been found. */
export interface Sickbed {
  readonly finding: Finding;
  /** The interaction graph so far; to be read only. */
  readonly graph: GraphState;
  readonly seats: number;
  /** Messages that call for action, by their `seq`. */
  readonly requests: ReadonlyMap<number, Omit<Message, 'delivered'>>;
  /** Random numbers of this finding. */
  readonly rng: Rng;
}

/** What is done about a finding. Pure. */
export interface Policy {
  readonly name: string;
  /** One line for lists. */
  readonly summary: string;
  /** Raised whenever it could do something else about the same finding. */
  readonly version: number;
  treat(sickbed: Sickbed): readonly Intervention[];
}
