import { mean, standardDeviation, sum } from 'simple-statistics';
import type { Stage } from '@quorum/events';
import { countColumn } from '../counts.js';
import type { Metric } from '../metric.js';
import { publishedStep, STEP_NOTE } from './step.js';

/** What began in one step: entries into R, W or I, and how long its decisions and waits took, in seconds. */
export interface OverheadStep {
  readonly step: number;
  readonly entries: number;
  readonly decisionSeconds: number;
  readonly waitSeconds: number;
}

export interface PublishedOverheadResult {
  /** D_i: entries into R, W or I, by seat. */
  readonly entriesBySeat: readonly number[];
  /** T: steps up to the last entry into any stage. */
  readonly steps: number;
  /** D_δ; null without steps. */
  readonly entriesPerStep: number | null;
  /** Entries into stage I. */
  readonly interrupts: number;
  readonly decisionSecondsBySeat: readonly number[];
  readonly waitSecondsBySeat: readonly number[];
  /** Steps with an entry into R, W or I; the others are all 0. */
  readonly bySteps: readonly OverheadStep[];
}

interface Segment {
  readonly stage: Stage;
  readonly time: number;
  readonly step: number;
}

interface StepSums {
  entries: number;
  decisionMicros: number;
  waitMicros: number;
}

export interface PublishedOverheadState {
  readonly entriesBySeat: number[];
  readonly decisionMicros: number[];
  readonly waitMicros: number[];
  /** The stage that each seat is in. */
  readonly segments: (Segment | null)[];
  readonly bySteps: Map<number, StepSums>;
  steps: number;
  interrupts: number;
}

const MICROS_PER_SECOND = 1_000_000;

/** Published decision overhead D. Definition, unit, source and a worked example: the page below. */
export const publishedOverhead: Metric<PublishedOverheadState, PublishedOverheadResult> = {
  name: 'published-overhead',
  version: 1,
  reads: ['activation.stage'],
  page: {
    summary: 'Published D, decision overhead: how often and how long agents are not executing.',
    formula:
      'D_i = number of entries (`activation.stage`) of agent i into R, W or I. T = step of the last entry into any stage + 1. D_δ = Σ_i D_i / T; D_std = population standard deviation of D_i over agents. decision_time_i = Σ virtual seconds of the segments of agent i in R and I, wait_time_i the same in W; a segment lasts until the next entry of the agent, one that is still open does not count. Mean and population standard deviation over agents.',
    source: 'EmCoop (arXiv 2603.00349), decision overhead D; total decision time of COOP² (v2).',
    notes: `${STEP_NOTE} A segment belongs to the step that it begins in (per-step sums; inferred). Seconds are virtual ones, theirs wall-clock ones. Known defects, kept: D_δ counts entries, not time; waiting counts as overhead; agents left in X while the world waits for others gain no waiting time.`,
    grows: 'steps in which a segment begins: the result lists them',
    example:
      'Seat 0 enters R at 0 s, W at 2 s, X at 3 s (step 0) and R at 5 s (step 1), where the log ends; seat 1 enters R at 0 s, W at 3 s, X at 3 s. D = [3, 2], T 2, D_δ 5/2 = 2.5, D_std 0.5, decision times [2, 3], wait times [1, 0].',
  },
  columns: [
    {
      name: 'entriesPerStep',
      summary: 'D_δ: entries into R, W or I per step',
      unit: 'entries/step',
      range: '≥ 0 or null',
      value: (result) => result.entriesPerStep,
    },
    countColumn('entries', 'entries', 'Σ D_i: entries into R, W or I', (r) => sum([...r.entriesBySeat])),
    countColumn('entriesSd', 'entries', 'D_std: their standard deviation over agents', (r) =>
      standardDeviation([...r.entriesBySeat]),
    ),
    countColumn('interrupts', 'entries', 'entries into I', ({ interrupts }) => interrupts),
    countColumn('steps', 'steps', 'T: steps up to the last entry into a stage', ({ steps }) => steps),
    ...timeColumns('decision', 'in R and I', (r) => r.decisionSecondsBySeat),
    ...timeColumns('wait', 'in W', (r) => r.waitSecondsBySeat),
  ],
  init: ({ team }) => ({
    entriesBySeat: team.map(() => 0),
    decisionMicros: team.map(() => 0),
    waitMicros: team.map(() => 0),
    segments: team.map(() => null),
    bySteps: new Map(),
    steps: 0,
    interrupts: 0,
  }),
  step(state, event) {
    if (event.type !== 'activation.stage') return state;
    const { seat, stage, time } = event;
    const step = publishedStep(event.tick);
    closeSegment(state, seat, time);
    state.segments[seat] = { stage, time, step };
    state.steps = step + 1;
    if (stage === 'X') return state;
    state.entriesBySeat[seat] = (state.entriesBySeat[seat] ?? 0) + 1;
    if (stage === 'I') state.interrupts += 1;
    const sums = state.bySteps.get(step) ?? { entries: 0, decisionMicros: 0, waitMicros: 0 };
    sums.entries += 1;
    state.bySteps.set(step, sums);
    return state;
  },
  result: ({ entriesBySeat, decisionMicros, waitMicros, bySteps, steps, interrupts }) => ({
    entriesBySeat: [...entriesBySeat],
    steps,
    entriesPerStep: steps === 0 ? null : sum(entriesBySeat) / steps,
    interrupts,
    decisionSecondsBySeat: decisionMicros.map(toSeconds),
    waitSecondsBySeat: waitMicros.map(toSeconds),
    bySteps: [...bySteps].map(([step, sums]) => ({
      step,
      entries: sums.entries,
      decisionSeconds: toSeconds(sums.decisionMicros),
      waitSeconds: toSeconds(sums.waitMicros),
    })),
  }),
};

/** The seat leaves its stage: the time in it counts, unless it was executing. */
function closeSegment(state: PublishedOverheadState, seat: number, time: number): void {
  const segment = state.segments[seat];
  if (segment === null || segment === undefined || segment.stage === 'X') return;
  const micros = time - segment.time;
  const bySeat = segment.stage === 'W' ? state.waitMicros : state.decisionMicros;
  bySeat[seat] = (bySeat[seat] ?? 0) + micros;
  const sums = state.bySteps.get(segment.step);
  if (sums !== undefined) sums[segment.stage === 'W' ? 'waitMicros' : 'decisionMicros'] += micros;
}

/** Total, mean and spread of a time over agents. */
function timeColumns(
  name: string,
  where: string,
  bySeat: (result: PublishedOverheadResult) => readonly number[],
) {
  return [
    countColumn(`${name}Seconds`, 's', `time ${where}, summed over agents`, (r: PublishedOverheadResult) =>
      sum([...bySeat(r)]),
    ),
    countColumn(`${name}SecondsMean`, 's', `time ${where}, mean over agents`, (r: PublishedOverheadResult) =>
      mean([...bySeat(r)]),
    ),
    countColumn(
      `${name}SecondsSd`,
      's',
      `time ${where}, standard deviation over agents`,
      (r: PublishedOverheadResult) => standardDeviation([...bySeat(r)]),
    ),
  ];
}

function toSeconds(micros: number): number {
  return micros / MICROS_PER_SECOND;
}
