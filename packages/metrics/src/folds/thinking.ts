import { PURPOSES, type Purpose } from '@quorum/events';
import { countColumn, totalCount, zeroCounts } from '../counts.js';
import type { Metric } from '../metric.js';

export interface ThinkingResult {
  /** Virtual time charged for thinking, summed over seats, seconds. */
  readonly chargedSeconds: number;
  readonly chargedSecondsBySeat: readonly number[];
  /** Calls of agents that have begun, by purpose. */
  readonly activations: Readonly<Record<Purpose, number>>;
  /** Times that a seat entered stage I. */
  readonly interrupts: number;
  /** Decisions on an interrupt that kept the plan, and that brought a new one. */
  readonly resumed: number;
  readonly replanned: number;
}

interface State {
  readonly microsBySeat: number[];
  readonly activations: Record<Purpose, number>;
  interrupts: number;
  /** `seq` of interrupt activations that have no end yet. */
  readonly open: Set<number>;
  /** `seq` of the ends of interrupt activations that have brought no new plan yet. */
  readonly decided: Set<number>;
  replanned: number;
}

const MICROS_PER_SECOND = 1_000_000;

/** What the team thought about, and for how long. Definition, unit, source and a worked example: the page below. */
export const thinking: Metric<State, ThinkingResult> = {
  name: 'thinking',
  version: 1,
  reads: ['activation.started', 'activation.ended', 'activation.stage', 'plan.committed'],
  page: {
    summary: 'How long the team thought in virtual time, what for, and what interrupts led to.',
    formula:
      'chargedSeconds = Σ chargeMicros of `activation.ended` / 10⁶, over all seats; activations = number of `activation.started`, also by purpose; interrupts = number of `activation.stage` with stage I; replanned = decided activations of purpose `interrupt` that a `plan.committed` names among its inputs; resumed = all other decided activations of that purpose.',
    source:
      'EmCoop (arXiv 2603.00349): decision overhead D in charged instead of measured seconds, interruptions as entries into stage I, resume and replan counts of P.',
    notes:
      'Deviation: the published resume rate counts a new plan with an equal name as resumed; here a plan is resumed when it simply goes on. Thoughts of several seats at once count each; `duration.virtualSeconds` has what they cost together.',
    example:
      'Seat 1 is interrupted twice (stage I), thinks 2 s each time, goes on with its plan the first time and commits a new one the second time: chargedSeconds 4, interrupts 2, resumed 1, replanned 1.',
  },
  columns: [
    countColumn('chargedSeconds', 's', 'virtual time charged, summed over seats', (r) => r.chargedSeconds),
    countColumn('activations', 'activations', 'calls of agents', (r) => totalCount(r.activations)),
    ...PURPOSES.map((purpose) =>
      countColumn(
        `activations.${purpose}`,
        'activations',
        `calls of agents to ${purpose}`,
        ({ activations }: ThinkingResult) => activations[purpose],
      ),
    ),
    countColumn('interrupts', 'times', 'times that a seat was interrupted', ({ interrupts }) => interrupts),
    countColumn('resumed', 'activations', 'interrupts after which the plan went on', (r) => r.resumed),
    countColumn('replanned', 'activations', 'interrupts that led to a new plan', (r) => r.replanned),
  ],
  init: ({ team }) => ({
    microsBySeat: team.map(() => 0),
    activations: zeroCounts(PURPOSES),
    interrupts: 0,
    open: new Set(),
    decided: new Set(),
    replanned: 0,
  }),
  step(state, event) {
    if (event.type === 'activation.started') {
      state.activations[event.purpose] += 1;
      if (event.purpose === 'interrupt') state.open.add(event.seq);
    } else if (event.type === 'activation.ended') {
      state.microsBySeat[event.seat] = (state.microsBySeat[event.seat] ?? 0) + event.chargeMicros;
      const interrupt = event.inputs.some((seq) => state.open.delete(seq));
      if (interrupt && event.outcome === 'decided') state.decided.add(event.seq);
    } else if (event.type === 'activation.stage') {
      if (event.stage === 'I') state.interrupts += 1;
    } else if (event.type === 'plan.committed' && event.inputs.some((seq) => state.decided.delete(seq))) {
      state.replanned += 1;
    }
    return state;
  },
  result: ({ microsBySeat, activations, interrupts, decided, replanned }) => ({
    chargedSeconds: microsBySeat.reduce((sum, micros) => sum + micros, 0) / MICROS_PER_SECOND,
    chargedSecondsBySeat: microsBySeat.map((micros) => micros / MICROS_PER_SECOND),
    activations: { ...activations },
    interrupts,
    resumed: decided.size,
    replanned,
  }),
};
