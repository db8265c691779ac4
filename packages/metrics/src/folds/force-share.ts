import { beginAttempt, createAttemptSignals, endAttempt, setSignal } from '../attempts/attempt-signals.js';
import type { AttemptSignals } from '../attempts/attempt-signals.js';
import type { Metric } from '../metric.js';

export interface ForceShareResult {
  /** Mean by time; null where no attempt was measured. */
  readonly mean: number | null;
  /** Largest value that held for at least a tick; null where no attempt was measured. */
  readonly max: number | null;
}

interface State {
  readonly signals: AttemptSignals;
  /** The world reports forces at all. */
  measured: boolean;
  sum: number;
  ticks: number;
  max: number;
}

const SIGNAL = 'forceShare';

/** Contact force during attempts. Definition, unit, source and a worked example: the page below. */
export const forceShare: Metric<State, ForceShareResult> = {
  name: 'force-share',
  version: 1,
  reads: ['attempt.started', 'constraint.force', 'attempt.ended'],
  page: {
    summary: 'Measured contact force over the friction to beat while the team attempts a task.',
    formula:
      'mean = Σ forceShare · ticks / Σ ticks over all ticks of all attempts; max = largest forceShare held for at least a tick of an attempt.',
    source: 'Quorum.',
    notes:
      'A face counts as force 0 until its first `constraint.force`. Null where the log has no `constraint.force` (a world without contact forces) or no attempt. An attempt counts once it has ended.',
    example:
      'An attempt from tick 0 to 60; forceShare 0.5 at tick 10 and 1 at tick 40: (0 · 10 + 0.5 · 30 + 1 · 20) / 60 = 0.5833, max 1.',
  },
  columns: [
    {
      name: 'mean',
      summary: 'mean force share during attempts, by time',
      unit: '1',
      range: '≥ 0 or null',
      value: (result) => result.mean,
    },
    {
      name: 'max',
      summary: 'largest force share during attempts',
      unit: '1',
      range: '≥ 0 or null',
      value: (result) => result.max,
    },
  ],
  init: () => ({ signals: createAttemptSignals(), measured: false, sum: 0, ticks: 0, max: 0 }),
  step(state, event) {
    if (event.type === 'attempt.started') {
      beginAttempt(state.signals, event.task, event.tick, { [SIGNAL]: 0 });
    } else if (event.type === 'constraint.force') {
      state.measured = true;
      setSignal(state.signals, event.task, SIGNAL, event.forceShare, event.tick);
    } else if (event.type === 'attempt.ended') {
      const span = endAttempt(state.signals, event.task, event.tick).get(SIGNAL);
      state.sum += span?.sum ?? 0;
      state.ticks += span?.ticks ?? 0;
      state.max = Math.max(state.max, span?.max ?? 0);
    }
    return state;
  },
  result: ({ measured, sum, ticks, max }) =>
    measured && ticks > 0 ? { mean: sum / ticks, max } : { mean: null, max: null },
};
