import { TICKS_PER_SECOND, type EpisodeStatus } from '@quorum/events';
import type { Metric } from '../metric.js';

export interface DurationResult {
  readonly ticks: number;
  /** Body time, seconds. */
  readonly seconds: number;
  /** Virtual time (body time plus charged thinking), seconds. */
  readonly virtualSeconds: number;
  /** Null while the episode runs. */
  readonly status: EpisodeStatus | null;
}

interface State {
  ticks: number;
  micros: number;
  status: EpisodeStatus | null;
}

/** How long the episode took and how it ended. Definition, unit, source and a worked example: the page below. */
export const duration: Metric<State, DurationResult> = {
  name: 'duration',
  version: 1,
  reads: 'all',
  page: {
    summary: 'How long the episode took, in body time and in virtual time, and how it ended.',
    formula: `ticks and virtual time are those of the latest event; seconds = ticks / ${TICKS_PER_SECOND}; virtualSeconds = time / 10⁶; status is that of \`episode.ended\`.`,
    source: 'Quorum. Episode end step as in EmCoop (arXiv 2603.00349); the split into two times is ours.',
    notes:
      'Any event moves the two times forward. Wall-clock time is in the manifest of the run, never in a metric.',
    example:
      '`episode.ended` at tick 120, time 5 000 000 µs, status `horizon`: ticks 120, seconds 2, virtualSeconds 5 (3 s of it charged thinking), status `horizon`.',
  },
  columns: [
    {
      name: 'ticks',
      summary: 'physics steps',
      unit: 'ticks',
      range: '≥ 0',
      value: (result) => result.ticks,
    },
    {
      name: 'seconds',
      summary: 'body time',
      unit: 's',
      range: '≥ 0',
      value: (result) => result.seconds,
    },
    {
      name: 'virtualSeconds',
      summary: 'body time plus charged thinking',
      unit: 's',
      range: '≥ 0',
      value: (result) => result.virtualSeconds,
    },
    {
      name: 'status',
      summary: 'how the episode ended',
      unit: 'word',
      range: 'episode status or null',
      value: (result) => result.status,
    },
  ],
  init: () => ({ ticks: 0, micros: 0, status: null }),
  step(state, event) {
    state.ticks = event.tick;
    state.micros = event.time;
    if (event.type === 'episode.ended') state.status = event.status;
    return state;
  },
  result: ({ ticks, micros, status }) => ({
    ticks,
    seconds: ticks / TICKS_PER_SECOND,
    virtualSeconds: micros / 1_000_000,
    status,
  }),
};
