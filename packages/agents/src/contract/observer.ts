import type { QuorumEvent } from '@quorum/events';
import type { Message } from './message.js';

/** What an observer can do to a running episode. Every intervention is logged. */
export type Intervention =
  /** Leaves a remark in the log. */
  | { readonly kind: 'note'; readonly note: string; readonly inputs: readonly number[] }
  /** Interrupts a seat: it thinks again before it goes on. */
  | {
      readonly kind: 'wake';
      readonly seat: number;
      readonly note: string;
      readonly inputs: readonly number[];
    }
  /** Hands a message that was sent to a further seat, which then thinks again. */
  | {
      readonly kind: 'forward';
      readonly seat: number;
      readonly message: Omit<Message, 'delivered'>;
      readonly note: string;
      readonly inputs: readonly number[];
    }
  /** Ends the episode with status `stopped`. */
  | { readonly kind: 'stop'; readonly note: string; readonly inputs: readonly number[] };

/**
 * The port for what acts at run time but lives above the cognitive layer (detectors, healing). Called once for each
 * event, in log order; must be deterministic.
 */
export interface Observer {
  /** Name that its interventions are logged under. */
  readonly name: string;
  onEvent(event: QuorumEvent): readonly Intervention[];
}
