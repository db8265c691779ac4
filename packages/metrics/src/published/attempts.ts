import type { ConstraintChanged } from '@quorum/events';
import {
  beginAttempt,
  createAttemptSignals,
  endAttempt,
  setSignal,
  type AttemptSignals,
} from '../attempts/attempt-signals.js';
import { countColumn } from '../counts.js';
import type { Metric } from '../metric.js';
import {
  addAttemptEvent,
  copyTotals,
  mergeAttemptEvents,
  noTotals,
  SCORED,
  violationRates,
  type AttemptEvent,
  type Scored,
  type Totals,
} from './attempt-events.js';
import { PUBLISHED_STEP_TICKS, publishedStep, STEP_NOTE } from './step.js';

export interface PublishedAttemptsResult {
  /** Attempt events: pairs of step and task. */
  readonly count: number;
  readonly successes: number;
  /** Mean deficit over the attempts that have a score; 0 without any. */
  readonly violationRates: Readonly<Record<Scored, number>>;
}

/** An attempt that goes on. */
interface OpenAttempt {
  readonly required: number;
  /** Start of its part in the latest step. */
  from: number;
  /** Who executes the terminal action now, and since when. */
  now: { readonly seats: readonly number[]; readonly since: number };
  /** Who did so for at least a tick of the latest step. */
  seats: Set<number>;
  /** Its parts in the steps before. */
  readonly parts: AttemptEvent[];
}

interface State {
  readonly signals: AttemptSignals;
  readonly open: Map<string, OpenAttempt>;
  /** Latest attempt event of each task, which another attempt in the same step still adds to. */
  readonly latest: Map<string, AttemptEvent>;
  /** All attempt events before. */
  readonly before: Totals;
}

/** Published attempt metrics of COOP². Definition, unit, source and a worked example: the page below. */
export const publishedAttempts: Metric<State, PublishedAttemptsResult> = {
  name: 'published-attempts',
  version: 2,
  reads: ['attempt.started', 'attempt.changed', 'constraint.changed', 'attempt.ended'],
  page: {
    summary: 'Published v2 attempts: how often trying works, and how far constraints are from holding.',
    formula:
      'An attempt event is a pair of step and task at which at least one agent executes the terminal action of the task: each step that lies partly between `attempt.started` and `attempt.ended`; several attempts at a task in one step are one event, which succeeds if any of them does. Score of spatial, temporal and dependency = min(1, count / required), 1 where nothing is required; of the values held in attempts during the step the highest. For temporal count is at least the number of different agents in these attempts during the step. Violation = 1 − score. Violation rate of a constraint = mean violation over attempt events with a score; attempt success rate = successes / attempt events. All are 0 without attempts.',
    source: 'COOP² (arXiv 2603.00349v2), attempt-event constraint deficits (Spat./Temp./Dep. Viol.).',
    notes: `${STEP_NOTE} In a step of theirs everything is at once: hence the highest value, and agents who push one after the other within a step count as pushing together (\`violations\` keeps them apart). All steps of an attempt share its success. Their Crafter sets the scores of a successful attempt to 1; their CUBE, like this, does not. Participation has no score of its own there; it is the denominator. An attempt counts once it has ended. By whole attempts: \`attempts\`, \`attempt-violations\`; by time: \`violations\`.`,
    grows: 'steps of attempts that are under way',
    example:
      'A face requires 2. An attempt from tick 0 to 90 has spatial 2 throughout, temporal 1 up to tick 60 and 2 after, and succeeds; another, from tick 120 to 150 on a second face that requires 2, has spatial and temporal 1 and fails, and so does one of the same agent from tick 160 to 170. Attempt events 3, success rate 2/3 = 0.6667, spatial (0 + 0 + 0.5) / 3 = 0.1667, temporal (0.5 + 0 + 0.5) / 3 = 0.3333, dependency 0.',
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
    latest: new Map(),
    before: noTotals(),
  }),
  step(state, event) {
    if (event.type === 'attempt.started') {
      const { task, tick, required, seats } = event;
      beginAttempt(state.signals, task, tick);
      const now = { seats, since: tick };
      state.open.set(task, { required, from: tick, now, seats: new Set(), parts: [] });
    } else if (event.type === 'attempt.changed') {
      const attempt = state.open.get(event.task);
      splitBySteps(state, event.task, event.tick);
      if (attempt !== undefined) takeTurns(attempt, event.seats, event.tick);
    } else if (event.type === 'constraint.changed') {
      splitBySteps(state, event.task, event.tick);
      setSignal(state.signals, event.task, event.constraint, scoreOf(event), event.tick);
    } else if (event.type === 'attempt.ended') {
      splitBySteps(state, event.task, event.tick);
      closeAttempt(state, event.task, event.tick, event.success);
    }
    return state;
  },
  result({ latest, before }) {
    const totals = copyTotals(before);
    for (const attemptEvent of latest.values()) addAttemptEvent(totals, attemptEvent);
    const { count, successes } = totals;
    return { count, successes, violationRates: violationRates(totals) };
  },
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

function closeAttempt(
  { signals, open, latest, before }: State,
  task: string,
  tick: number,
  success: boolean,
): void {
  const attempt = open.get(task);
  if (attempt === undefined) return;
  open.delete(task);
  // An attempt that ends at the very start of a step is not in it, unless it is nowhere else.
  if (tick > attempt.from || attempt.parts.length === 0) closePart(signals, attempt, task, tick);
  else endAttempt(signals, task, tick);
  for (const part of attempt.parts) {
    const event = { ...part, success };
    const last = latest.get(task);
    if (last?.step === event.step) latest.set(task, mergeAttemptEvents(last, event));
    else {
      if (last !== undefined) addAttemptEvent(before, last);
      latest.set(task, event);
    }
  }
}

function closePart(signals: AttemptSignals, attempt: OpenAttempt, task: string, tick: number): void {
  const spans = endAttempt(signals, task, tick);
  takeTurns(attempt, attempt.now.seats, tick);
  const scores = SCORED.flatMap((constraint) => {
    const span = spans.get(constraint);
    return span === undefined ? [] : [[constraint, span.max ?? span.value] as const];
  });
  attempt.parts.push({
    step: publishedStep(attempt.from),
    required: attempt.required,
    // Of an attempt that took no time, those who began it.
    seats: attempt.seats.size === 0 ? new Set(attempt.now.seats) : attempt.seats,
    scores: Object.fromEntries(scores),
    success: false,
  });
  attempt.seats = new Set();
}

/** From `tick` on `seats` execute the terminal action; whoever did so until then, for at least a tick, has taken part. */
function takeTurns(attempt: OpenAttempt, seats: readonly number[], tick: number): void {
  if (tick > attempt.now.since) for (const seat of attempt.now.seats) attempt.seats.add(seat);
  attempt.now = { seats, since: tick };
}
