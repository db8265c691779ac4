import { sum } from 'simple-statistics';
import { countColumn } from '../counts.js';
import { plans } from '../folds/plans.js';
import { score } from '../folds/score.js';
import type { Metric } from '../metric.js';
import { publishedCommunication, type PublishedCommunicationState } from './communication.js';
import { publishedOverhead, type PublishedOverheadState } from './overhead.js';
import { PUBLISHED_STEP_TICKS, STEP_NOTE } from './step.js';

/** A row of the published table of COOP², but for its violation rates. */
export interface PublishedTableResult {
  readonly score: number;
  readonly steps: number;
  /** Null without steps. */
  readonly scorePerStep: number | null;
  readonly plansPerAgent: number;
  readonly messages: number;
  readonly interrupts: number;
  readonly decisionSeconds: number;
}

interface State {
  tick: number;
  score: ReturnType<typeof score.init>;
  plans: ReturnType<typeof plans.init>;
  talk: PublishedCommunicationState;
  overhead: PublishedOverheadState;
}

/** The published result table. Definition, unit, source and a worked example: the page below. */
export const publishedTable: Metric<State, PublishedTableResult> = {
  name: 'published-table',
  version: 1,
  reads: [
    'activation.stage',
    'plan.committed',
    'message.sent',
    'repair.checked',
    'score.changed',
    'episode.ended',
  ],
  page: {
    summary: 'Published v2 table: the columns of the result table of COOP².',
    formula:
      'Score = points of the team; Steps = steps begun, ⌈last tick / 60⌉; Score/Step = Score / Steps; Plans/Agent = number of `plan.committed` / agents; Msg. = L_tot; Intr. = entries into stage I; Total Dec. = Σ over agents of their decision time, in seconds.',
    source: 'COOP² (arXiv 2603.00349v2), result table.',
    notes: `${STEP_NOTE} The same numbers stand in \`score\`, \`published-planning\`, \`published-communication\` and \`published-overhead\`; Spat./Temp./Dep. Viol. are \`published-attempts\`. Their interval, 1.96 · sd / √runs, is left to \`quorum report\`, which resamples seeds instead.`,
    grows: 'steps in which a segment begins, as that of `published-overhead`',
    example:
      'Two agents make three plans and send one message; seat 1 is interrupted once; decision times are 2 s and 3 s; a block of 3 points is delivered and the episode ends at tick 90: Score 3, Steps 2, Score/Step 1.5, Plans/Agent 1.5, Msg. 1, Intr. 1, Total Dec. 5.',
  },
  columns: [
    countColumn('score', 'points', 'Score', (r) => r.score),
    countColumn('steps', 'steps', 'Steps', (r) => r.steps),
    {
      name: 'scorePerStep',
      summary: 'Score/Step',
      unit: 'points/step',
      range: '≥ 0 or null',
      value: (r) => r.scorePerStep,
    },
    countColumn('plansPerAgent', 'plans', 'Plans/Agent', (r) => r.plansPerAgent),
    countColumn('messages', 'messages', 'Msg.', (r) => r.messages),
    countColumn('interrupts', 'entries', 'Intr.', (r) => r.interrupts),
    countColumn('decisionSeconds', 's', 'Total Dec.', (r) => r.decisionSeconds),
  ],
  init: (header) => ({
    tick: 0,
    score: score.init(header),
    plans: plans.init(header),
    talk: publishedCommunication.init(header),
    overhead: publishedOverhead.init(header),
  }),
  step(state, event) {
    state.tick = event.tick;
    state.score = score.step(state.score, event);
    state.plans = plans.step(state.plans, event);
    state.talk = publishedCommunication.step(state.talk, event);
    state.overhead = publishedOverhead.step(state.overhead, event);
    return state;
  },
  result(state) {
    const { points } = score.result(state.score);
    const { committed, perSeat } = plans.result(state.plans);
    const { interrupts, decisionSecondsBySeat } = publishedOverhead.result(state.overhead);
    const steps = Math.ceil(state.tick / PUBLISHED_STEP_TICKS);
    return {
      score: points,
      steps,
      scorePerStep: steps === 0 ? null : points / steps,
      plansPerAgent: committed / perSeat.length,
      messages: publishedCommunication.result(state.talk).total,
      interrupts,
      decisionSeconds: sum([...decisionSecondsBySeat]),
    };
  },
};
