import type { Constraint, ConstraintChanged } from '@quorum/events';
import {
  beginAttempt,
  createAttemptSignals,
  endAttempt,
  setSignal,
  type AttemptSignals,
} from '../attempts/attempt-signals.js';
import { countColumn } from '../counts.js';
import type { Metric } from '../metric.js';
import { PUBLISHED_STEP_TICKS, publishedStep, STEP_NOTE } from './step.js';

/** The constraints that attempt events of COOP² have a score of. */
const SCORED = ['spatial', 'temporal', 'dependency'] as const satisfies readonly Constraint[];
type Scored = (typeof SCORED)[number];

/** Sum of deficits, and of how many. */
interface Deficits {
  sum: number;
  count: number;
}

export interface PublishedAttemptsResult {
  /** Attempt events: pairs of step and task. */
  readonly count: number;
  readonly successes: number;
  /** Mean deficit over the attempts that have a score; 0 without any. */
  readonly violationRates: Readonly<Record<Scored, number>>;
}

/** An attempt that goes on, and what its steps add up to so far. */
interface OpenAttempt {
  /** Start of its part in the latest step. */
  from: number;
  steps: number;
  readonly deficits: Record<Scored, Deficits>;
}

interface State {
  readonly signals: AttemptSignals;
  readonly open: Map<string, OpenAttempt>;
  count: number;
  successes: number;
  readonly deficits: Record<Scored, Deficits>;
}

/** Published attempt metrics of COOP². Definition, unit, source and a worked example: the page below. */
export const publishedAttempts: Metric<State, PublishedAttemptsResult> = {
  name: 'published-attempts',
  version: 1,
  reads: ['attempt.started', 'constraint.changed', 'attempt.ended'],
  page: {
    summary: 'Published v2 attempts: how often trying works, and how far constraints are from holding.',
    formula:
      'An attempt event is a pair of step and task at which at least one agent executes the terminal action of the task: each step that lies partly between `attempt.started` and `attempt.ended`. Score of spatial, temporal and dependency = min(1, count / required), 1 where nothing is required; of the values held in the attempt during the step the highest. Violation = 1 − score. Violation rate of a constraint = mean violation over attempt events with a score; attempt success rate = successes / attempt events. All are 0 without attempts.',
    source: 'COOP² (arXiv 2603.00349v2), attempt-event constraint deficits (Spat./Temp./Dep. Viol.).',
    notes: `${STEP_NOTE} In a step of theirs everything is at once, so an agent that is in place for part of the step is in place: hence the highest value. All steps of an attempt share its success. Their Crafter sets the scores of a successful attempt to 1; their CUBE, like this, does not. Participation has no score of its own there; it is the denominator. An attempt counts once it has ended. By whole attempts: \`attempts\`, \`attempt-violations\`; by time: \`violations\`.`,
    example:
      'A face requires 2. An attempt from tick 0 to 90 has spatial 2 throughout, temporal 1 up to tick 60 and 2 after, and succeeds; another, from tick 120 to 150 on a second face that requires 2, has spatial and temporal 1 and fails. Attempt events 3, success rate 2/3 = 0.6667, spatial (0 + 0 + 0.5) / 3 = 0.1667, temporal (0.5 + 0 + 0.5) / 3 = 0.3333, dependency 0.',
  },
  columns: [
    countColumn('count', 'attempts', 'attempt events', ({ count }) => count),
    countColumn('successes', 'attempts', 'of these, successful', ({ successes }) => successes),
    {
      name: 'successRate',
      summary: 'attempt success rate',
      unit: '1',
      range: '0 … 1',
      value: ({ count, successes }) => (count === 0 ? 0 : successes / count),
    },
    ...SCORED.map((constraint) => ({
      name: constraint,
      summary: `violation rate of ${constraint}`,
      unit: '1',
      range: '0 … 1',
      value: ({ violationRates }: PublishedAttemptsResult) => violationRates[constraint],
    })),
  ],
  init: () => ({
    signals: createAttemptSignals(),
    open: new Map(),
    count: 0,
    successes: 0,
    deficits: noDeficits(),
  }),
  step(state, event) {
    if (event.type === 'attempt.started') {
      beginAttempt(state.signals, event.task, event.tick);
      state.open.set(event.task, { from: event.tick, steps: 0, deficits: noDeficits() });
    } else if (event.type === 'constraint.changed') {
      splitBySteps(state, event.task, event.tick);
      setSignal(state.signals, event.task, event.constraint, scoreOf(event), event.tick);
    } else if (event.type === 'attempt.ended') {
      splitBySteps(state, event.task, event.tick);
      closeAttempt(state, event.task, event.tick, event.success);
    }
    return state;
  },
  result: ({ count, successes, deficits }) => ({
    count,
    successes,
    violationRates: {
      spatial: rate(deficits.spatial),
      temporal: rate(deficits.temporal),
      dependency: rate(deficits.dependency),
    },
  }),
};

function scoreOf({ count, required }: ConstraintChanged): number {
  return required === 0 ? 1 : Math.min(1, count / required);
}

/** Closes the parts of an attempt that lie in steps before that of `tick`. */
function splitBySteps({ signals, open }: State, task: string, tick: number): void {
  const attempt = open.get(task);
  if (attempt === undefined) return;
  while (publishedStep(attempt.from) < publishedStep(tick)) {
    const boundary = (publishedStep(attempt.from) + 1) * PUBLISHED_STEP_TICKS;
    closePart(signals, attempt, task, boundary);
    beginAttempt(signals, task, boundary);
    attempt.from = boundary;
  }
}

function closeAttempt(state: State, task: string, tick: number, success: boolean): void {
  const attempt = state.open.get(task);
  if (attempt === undefined) return;
  state.open.delete(task);
  // An attempt that ends at the very start of a step is not in it, unless it is nowhere else.
  if (tick > attempt.from || attempt.steps === 0) closePart(state.signals, attempt, task, tick);
  else endAttempt(state.signals, task, tick);
  state.count += attempt.steps;
  if (success) state.successes += attempt.steps;
  for (const constraint of SCORED) {
    state.deficits[constraint].sum += attempt.deficits[constraint].sum;
    state.deficits[constraint].count += attempt.deficits[constraint].count;
  }
}

function closePart(signals: AttemptSignals, attempt: OpenAttempt, task: string, tick: number): void {
  const spans = endAttempt(signals, task, tick);
  attempt.steps += 1;
  for (const constraint of SCORED) {
    const span = spans.get(constraint);
    if (span === undefined) continue;
    attempt.deficits[constraint].sum += 1 - (span.max ?? span.value);
    attempt.deficits[constraint].count += 1;
  }
}

function rate({ sum, count }: Deficits): number {
  return count === 0 ? 0 : sum / count;
}

function noDeficits(): Record<Scored, Deficits> {
  const none = (): Deficits => ({ sum: 0, count: 0 });
  return { spatial: none(), temporal: none(), dependency: none() };
}
