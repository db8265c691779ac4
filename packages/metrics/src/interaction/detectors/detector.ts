import type { EpisodeHeader, EventType, QuorumEvent } from '@quorum/events';
import type { GraphState } from '../graph/graph-state.js';
import type { Finding, Rule, Severity } from './finding.js';
import type { Thresholds } from './thresholds.js';

/** What a detector says of a failure; the rest of the finding is filled in. */
export type Detected = Pick<Finding, 'seats' | 'task' | 'evidence' | 'sentence'>;

/**
 * A rule that finds one kind of failure in the structure of an episode. Pure: `step` reads the graph, owns its state
 * and touches nothing else. It never reads ground truth (`fault.injected`, notes of observers).
 */
export interface Detector<S> {
  readonly id: Rule;
  readonly title: string;
  readonly severity: Severity;
  /** When it fires, one line. */
  readonly rule: string;
  /** Where the rule is from. */
  readonly source: string;
  /** Events after which it is asked; where time alone can make it fire, `TIMED_EVENTS`. */
  readonly reads: readonly EventType[];
  /** True, or why it cannot fire in such an episode. */
  readonly canFire: (header: EpisodeHeader) => true | string;
  init(header: EpisodeHeader, thresholds: Thresholds): S;
  /** Takes in an event that the graph has just taken in; cost is constant, averaged over a log. */
  step(state: S, event: QuorumEvent, graph: GraphState): readonly Detected[];
}

/** A detector of any state, for collections. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a detector's state is its own business
export type AnyDetector = Detector<any>;
