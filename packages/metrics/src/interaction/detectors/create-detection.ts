import type { EpisodeHeader, EventType, QuorumEvent } from '@quorum/events';
import { createGraph, type GraphState } from '../graph/graph-state.js';
import { stepGraph } from '../graph/step-graph.js';
import type { AnyDetector } from './detector.js';
import { detectors as allDetectors } from './detectors.js';
import type { Finding, Rule } from './finding.js';
import { defaultThresholds, type Thresholds } from './thresholds.js';

/** Detectors running along with an episode, or over its log: both give the same findings. */
export interface Detection {
  /** The interaction graph so far; to be read only. */
  readonly graph: GraphState;
  /** Takes in the next event; returns what it brings to light, in the order of the detectors. */
  push(event: QuorumEvent): readonly Finding[];
}

interface RunningDetector {
  readonly detector: AnyDetector;
  readonly state: unknown;
}

const NOTHING: readonly Finding[] = [];

/** Starts `detectors` (all by default) on an episode. Cost per event is constant, averaged over a log. */
export function createDetection(
  header: EpisodeHeader,
  thresholds: Thresholds = defaultThresholds,
  detectors: readonly AnyDetector[] = allDetectors,
): Detection {
  const graph = createGraph(header);
  const running = detectors.map((detector): RunningDetector => {
    return { detector, state: detector.init(header, thresholds) as unknown };
  });
  const readers = new Map<EventType, readonly RunningDetector[]>();
  const counts = new Map<Rule, number>();

  const interestedIn = (type: EventType): readonly RunningDetector[] => {
    const interested = running.filter(({ detector: { reads } }) => reads.includes(type));
    readers.set(type, interested);
    return interested;
  };

  return {
    graph,
    push(event) {
      // Nothing may depend on the remarks of observers, not even when a detector looks at the time.
      if (event.type === 'intervention.applied' && event.kind === 'note') return NOTHING;
      stepGraph(graph, event);
      let findings: Finding[] | null = null;
      for (const { detector, state } of readers.get(event.type) ?? interestedIn(event.type)) {
        for (const detected of detector.step(state, event, graph)) {
          const count = (counts.get(detector.id) ?? 0) + 1;
          counts.set(detector.id, count);
          const { tick, time } = event;
          const { id: rule, severity } = detector;
          findings ??= [];
          findings.push({ id: `${rule}-${count}`, tick, time, rule, severity, ...detected });
        }
      }
      return findings ?? NOTHING;
    },
  };
}
