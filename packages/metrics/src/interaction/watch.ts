import type { EpisodeHeader, EventType, QuorumEvent } from '@quorum/events';
import { zeroCounts } from '../counts.js';
import { createDetection, type Detection } from './detectors/create-detection.js';
import { detectors } from './detectors/detectors.js';
import { RULES, type Finding, type Rule, type Severity } from './detectors/finding.js';
import { GRAPH_EVENTS } from './graph/step-graph.js';

/** Findings that are kept as they are. */
const MAX_FINDINGS = 200;

/** The interaction graph of an episode and what the detectors find in it: the state of several folds. */
export interface Watch {
  readonly detection: Detection;
  /** Rules that cannot fire in such an episode, and why. */
  readonly cannotFire: Partial<Readonly<Record<Rule, string>>>;
  readonly bySeverity: Record<Severity, number>;
  readonly byRule: Record<Rule, number>;
  readonly findings: Finding[];
  /** Virtual time so far, and of the failure that goes on; microseconds. */
  time: number;
  failingSince: number | null;
  failedMicros: number;
}

/** Event types that `stepWatch` takes in. */
export const WATCH_EVENTS: readonly EventType[] = [
  ...new Set([...GRAPH_EVENTS, ...detectors.flatMap(({ reads }) => reads)]),
];

/** Nothing seen yet. */
export function createWatch(header: EpisodeHeader): Watch {
  return {
    detection: createDetection(header),
    cannotFire: reasons(header),
    bySeverity: zeroCounts(['failure', 'warning']),
    byRule: zeroCounts(RULES),
    findings: [],
    time: 0,
    failingSince: null,
    failedMicros: 0,
  };
}

/** Takes in an event. */
export function stepWatch(state: Watch, event: QuorumEvent): Watch {
  state.time = event.time;
  if (isProgress(event) && state.failingSince !== null) {
    state.failedMicros += event.time - state.failingSince;
    state.failingSince = null;
  }
  const found = state.detection.push(event);
  if (found.length > 0) note(state, found);
  return state;
}

function note(state: Watch, found: readonly Finding[]): void {
  for (const finding of found) {
    state.bySeverity[finding.severity] += 1;
    state.byRule[finding.rule] += 1;
    if (finding.severity === 'failure') state.failingSince ??= finding.time;
    if (state.findings.length < MAX_FINDINGS) state.findings.push(finding);
  }
}

function isProgress(event: QuorumEvent): boolean {
  return event.type === 'task.closed' || (event.type === 'attempt.ended' && event.success);
}

function reasons(header: EpisodeHeader): Partial<Record<Rule, string>> {
  const found: Partial<Record<Rule, string>> = {};
  for (const { id, canFire } of detectors) {
    const answer = canFire(header);
    if (answer !== true) found[id] = answer;
  }
  return found;
}
