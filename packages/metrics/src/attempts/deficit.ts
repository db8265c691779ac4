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

type Sums = Readonly<Record<Constraint, WeightedSum>>;

/** Deficits in the attempts that have ended: the state of all folds made by `deficitFold`, which therefore share one. */
export interface DeficitState {
  readonly signals: AttemptSignals;
  /** Every tick weighing the same. */
  readonly byTime: Sums;
  /** Every attempt weighing the same. */
  readonly byAttempt: Sums;
}

const DEFICIT_EVENTS = ['attempt.started', 'constraint.changed', 'attempt.ended'] as const;

/** How far a constraint is from holding: `max(0, 1 − count / required)`, and 0 where nothing is required. */
function deficit({ count, required }: ConstraintChanged): number {
  return required === 0 ? 0 : Math.max(0, 1 - count / required);
}

/** The working parts of a metric that averages deficits. */
export function deficitFold(
  average: 'byTime' | 'byAttempt',
): Pick<Metric<DeficitState, PerConstraint>, 'reads' | 'init' | 'step' | 'result'> {
  return {
    reads: DEFICIT_EVENTS,
    init: createDeficits,
    step: stepDeficits,
    result: (state) =>
      forEachConstraint((constraint) => {
        const { sum, weight } = state[average][constraint];
        return weight === 0 ? null : sum / weight;
      }),
  };
}

function createDeficits(): DeficitState {
  const noSums = (): Sums => forEachConstraint(() => ({ sum: 0, weight: 0 }));
  return { signals: createAttemptSignals(), byTime: noSums(), byAttempt: noSums() };
}

function stepDeficits(state: DeficitState, event: QuorumEvent): DeficitState {
  const spans = stepSignals(state.signals, event);
  if (spans === null) return state;
  for (const constraint of CONSTRAINTS) {
    const { sum, ticks } = spans.get(constraint) ?? { sum: 0, ticks: 0 };
    if (ticks === 0) continue;
    addTo(state.byTime[constraint], sum, ticks);
    addTo(state.byAttempt[constraint], sum / ticks, 1);
  }
  return state;
}

function addTo(sums: WeightedSum, sum: number, weight: number): void {
  sums.sum += sum;
  sums.weight += weight;
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
