import type { EpisodeHeader, EventType, QuorumEvent } from '@quorum/events';
import { createGraph, type GraphState } from '../graph/graph-state.js';
import { GRAPH_EVENTS, stepGraph } from '../graph/step-graph.js';
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

/** Whom an event of one type concerns. */
interface Audience {
  readonly graph: boolean;
  readonly detectors: readonly RunningDetector[];
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
  const audiences = listAudiences(running);
  const counts = new Map<Rule, number>();

  return {
    graph,
    push(event) {
      const audience = audiences.get(event.type);
      if (audience === undefined) return NOTHING;
      if (audience.graph) stepGraph(graph, event);
      // Nothing may depend on the remarks of observers, not even when a detector looks at the time.
      if (event.type === 'intervention.applied' && event.kind === 'note') return NOTHING;
      let findings: Finding[] | null = null;
      for (const { detector, state } of audience.detectors) {
        const found = detector.step(state, event, graph);
        // Nearly always: going through an empty list takes longer than many a step.
        if (found.length === 0) continue;
        for (const detected of found) {
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

/** By type of event; types that concern nobody are left out. */
function listAudiences(running: readonly RunningDetector[]): ReadonlyMap<EventType, Audience> {
  const detectors = new Map<EventType, RunningDetector[]>(GRAPH_EVENTS.map((type) => [type, []]));
  for (const one of running) {
    for (const type of new Set(one.detector.reads)) {
      const known = detectors.get(type);
      if (known === undefined) detectors.set(type, [one]);
      else known.push(one);
    }
  }
  const onGraph = new Set(GRAPH_EVENTS);
  return new Map(
    [...detectors].map(([type, listed]) => [type, { graph: onGraph.has(type), detectors: listed }]),
  );
}
