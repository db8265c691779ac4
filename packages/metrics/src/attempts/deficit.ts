import { CONSTRAINTS, type Constraint, type ConstraintChanged, type QuorumEvent } from '@quorum/events';
import type { Column, Metric } from '../metric.js';
import {
  beginAttempt,
  createAttemptSignals,
  endAttempt,
  setSignal,
  type AttemptSignals,
  type Span,
} from './attempt-signals.js';

/** One number for each constraint; null where no attempt has a sample of it. */
export type PerConstraint = Readonly<Record<Constraint, number | null>>;

interface WeightedSum {
  sum: number;
  weight: number;
}

/** State of a fold made by `deficitFold`. */
export interface DeficitState {
  readonly signals: AttemptSignals;
  readonly sums: Readonly<Record<Constraint, WeightedSum>>;
}

/** How far a constraint is from holding: `max(0, 1 − count / required)`, and 0 where nothing is required. */
function deficit({ count, required }: ConstraintChanged): number {
  return required === 0 ? 0 : Math.max(0, 1 - count / required);
}

/** The working parts of a metric that averages deficits; `weigh` says what one attempt adds to the average. */
export function deficitFold(
  weigh: (span: Readonly<Span>) => WeightedSum,
): Pick<Metric<DeficitState, PerConstraint>, 'init' | 'step' | 'result'> {
  return {
    init: () => ({ signals: createAttemptSignals(), sums: forEachConstraint(() => ({ sum: 0, weight: 0 })) }),
    step(state, event) {
      const spans = stepSignals(state.signals, event);
      for (const constraint of CONSTRAINTS) {
        const span = spans?.get(constraint);
        if (span === undefined) continue;
        const { sum, weight } = weigh(span);
        state.sums[constraint].sum += sum;
        state.sums[constraint].weight += weight;
      }
      return state;
    },
    result: ({ sums }) =>
      forEachConstraint((constraint) => {
        const { sum, weight } = sums[constraint];
        return weight === 0 ? null : sum / weight;
      }),
  };
}

/** One column for each constraint. */
export function constraintColumns(summary: (constraint: Constraint) => string): Column<PerConstraint>[] {
  return CONSTRAINTS.map((constraint) => ({
    name: constraint,
    summary: summary(constraint),
    unit: '1',
    range: '0 … 1 or null',
    value: (result) => result[constraint],
  }));
}

/** Returns the spans of the attempt that ends with `event`, if one does. */
function stepSignals(state: AttemptSignals, event: QuorumEvent): ReadonlyMap<string, Span> | null {
  switch (event.type) {
    case 'attempt.started':
      beginAttempt(state, event.task, event.tick);
      return null;
    case 'constraint.changed':
      setSignal(state, event.task, event.constraint, deficit(event), event.tick);
      return null;
    case 'attempt.ended':
      return endAttempt(state, event.task, event.tick);
    default:
      return null;
  }
}

function forEachConstraint<T>(make: (constraint: Constraint) => T): Record<Constraint, T> {
  return Object.fromEntries(CONSTRAINTS.map((constraint) => [constraint, make(constraint)])) as Record<
    Constraint,
    T
  >;
}
