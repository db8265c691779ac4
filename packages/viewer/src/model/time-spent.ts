import type { EpisodeHeader, QuorumEvent } from '@quorum/events';
import { AGENT_SECOND_PARTS, agentSeconds, type AgentMicros, type AgentSecondPart } from '@quorum/metrics';
import { lastAtOrBefore } from './last-at-or-before.js';

/** What the time of all agents had gone to by a moment. */
interface Sample {
  /** Virtual time, microseconds. */
  readonly time: number;
  readonly micros: AgentMicros;
}

/** A part of the agents' time. */
export interface TimeShare {
  readonly part: AgentSecondPart;
  /** Of the time of all agents, 0 … 1. */
  readonly share: number;
}

/** What agents spend their time on, by moment. */
export interface TimeSpent {
  push(event: QuorumEvent): void;
  /** Shares from the start to about a moment; none where nothing has been measured. */
  at(time: number): TimeShare[];
}

/** Virtual time between two samples, microseconds. */
const SAMPLE_MICROS = 500_000;

/** Runs the metric `agent-seconds` along with an episode and keeps what it says twice a second. */
export function createTimeSpent(header: EpisodeHeader): TimeSpent {
  const samples: Sample[] = [];
  const { reads } = agentSeconds;
  let state = agentSeconds.init(header);
  const sample = (): void => {
    const { durationMicros, micros } = agentSeconds.result(state);
    if (durationMicros > (samples.at(-1)?.time ?? 0)) samples.push({ time: durationMicros, micros });
  };
  return {
    push(event) {
      if (reads !== 'all' && !reads.includes(event.type)) return;
      state = agentSeconds.step(state, event);
      const due = event.time - (samples.at(-1)?.time ?? 0) >= SAMPLE_MICROS;
      if (due || event.type === 'episode.ended') sample();
    },
    at(time) {
      const found = samples[lastAtOrBefore(samples, time, (each) => each.time)];
      if (found === undefined) return [];
      const whole = AGENT_SECOND_PARTS.reduce((sum, part) => sum + found.micros[part], 0);
      return AGENT_SECOND_PARTS.map((part) => ({ part, share: found.micros[part] / whole }));
    },
  };
}
