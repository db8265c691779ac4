import type { EventOf } from '@quorum/events';
import { countColumn, totalCount } from '../counts.js';
import type { Column, Metric } from '../metric.js';
import { MICROS_PER_SECOND, recordOf, shareOf } from './micros.js';

/** How a plan can end. */
export const PLAN_ENDINGS = ['completed', 'failed', 'replaced', 'cancelled', 'episodeEnd'] as const;
export type PlanEnding = (typeof PLAN_ENDINGS)[number];

export interface PlanEndingsResult {
  /** Plans that have ended. */
  readonly counts: Readonly<Record<PlanEnding, number>>;
  /** Virtual time that they were in force. */
  readonly micros: Readonly<Record<PlanEnding, number>>;
  /** Plans still in force. */
  readonly open: number;
  /** Interrupts of seats with a plan, and what was decided. */
  readonly interrupts: number;
  readonly resumed: number;
  readonly replanned: number;
  /** Failed plans whose seat went on with a plan for the same task, and for another one. */
  readonly retried: number;
  readonly switched: number;
}

interface OpenPlan {
  readonly seq: number;
  readonly time: number;
  readonly task: string | null;
}

interface SeatState {
  plan: OpenPlan | null;
  /** `seq` of an interrupt that is being decided while a plan is in force. */
  interrupt: number | null;
  /** `seq` of the latest decision that let the plan go on. */
  resumedAt: number | null;
  /** The task of a plan that has just failed; undefined if none has. */
  failedTask: string | null | undefined;
}

interface State {
  readonly seats: readonly SeatState[];
  readonly counts: Record<PlanEnding, number>;
  readonly micros: Record<PlanEnding, number>;
  interrupts: number;
  resumed: number;
  replanned: number;
  retried: number;
  switched: number;
}

const SUMMARIES: Readonly<Record<PlanEnding, string>> = {
  completed: 'all actions succeeded',
  failed: 'an action failed',
  replaced: 'its seat committed to another',
  cancelled: 'it was interrupted otherwise',
  episodeEnd: 'the episode was over',
};

/** How plans end, and what interrupts lead to. Definition, unit, source and a worked example: the page below. */
export const planEndings: Metric<State, PlanEndingsResult> = {
  name: 'plan-endings',
  version: 1,
  reads: ['plan.committed', 'plan.ended', 'activation.started', 'activation.ended'],
  page: {
    summary:
      'How plans end, kept apart: completed, failed, replaced, cut off by the end; and what interrupts led to.',
    formula:
      'By `plan.ended`: completed = status success; failed = status failed; of status interrupted, replaced = outcome `replaced`, episodeEnd = outcome `episode_ended`, cancelled = any other. Shares are over ended plans; seconds = Σ virtual time from `plan.committed` to `plan.ended`. interrupts = decided activations of purpose `interrupt` that began and ended under the same plan; replanned = those that a `plan.ended` with outcome `replaced` names among its inputs; resumed = all others. After a failed plan the next plan of the seat is for the same task (retried) or not (switched).',
    source:
      'Quorum. Corrects the interruption count, resume and replan rates of P of EmCoop (arXiv 2603.00349), which call failures, replacements and the end of the episode interruptions, and an equally named new plan resumed.',
    notes:
      'A true resume leaves no new plan: it is an interrupt after which the plan in force went on. Plans without a task that fail are followed by retried or switched like any other (no task again: retried).',
    example:
      'Seat 0 is interrupted and keeps its plan for a, which fails after 3 s; it tries a again, is interrupted and commits to b instead after 2 s, which succeeds after 1 s. Seat 1 has a plan when the episode ends at 6 s. completed 1 (1 s), failed 1 (3 s), replaced 1 (2 s), episodeEnd 1 (6 s); interrupts 2, resumed 1, replanned 1; retried 1, switched 0.',
  },
  columns: [
    countColumn('ended', 'plans', 'plans that have ended', ({ counts }) => totalCount(counts)),
    ...PLAN_ENDINGS.flatMap((ending): Column<PlanEndingsResult>[] => [
      countColumn(
        ending,
        'plans',
        `plans that ended because ${SUMMARIES[ending]}`,
        ({ counts }) => counts[ending],
      ),
      {
        name: `${ending}Share`,
        summary: 'these over all ended plans',
        unit: '1',
        range: '0 … 1 or null',
        value: ({ counts }) => shareOf(counts[ending], totalCount(counts)),
      },
      countColumn(
        `${ending}Seconds`,
        's',
        'virtual time that these were in force',
        ({ micros }) => micros[ending] / MICROS_PER_SECOND,
      ),
    ]),
    countColumn('interrupts', 'times', 'interrupts decided under a plan', (r) => r.interrupts),
    countColumn('resumed', 'times', 'of these, the plan went on', (r) => r.resumed),
    countColumn('replanned', 'times', 'of these, another plan took its place', (r) => r.replanned),
    {
      name: 'resumeRate',
      summary: 'resumed over interrupts',
      unit: '1',
      range: '0 … 1 or null',
      value: ({ resumed, interrupts }) => shareOf(resumed, interrupts),
    },
    countColumn(
      'retried',
      'plans',
      'failed plans that were followed by one for the same task',
      (r) => r.retried,
    ),
    countColumn(
      'switched',
      'plans',
      'failed plans that were followed by one for another task',
      (r) => r.switched,
    ),
  ],
  init: ({ team }) => ({
    seats: team.map(() => ({ plan: null, interrupt: null, resumedAt: null, failedTask: undefined })),
    counts: recordOf(PLAN_ENDINGS, () => 0),
    micros: recordOf(PLAN_ENDINGS, () => 0),
    interrupts: 0,
    resumed: 0,
    replanned: 0,
    retried: 0,
    switched: 0,
  }),
  step(state, event) {
    switch (event.type) {
      case 'plan.committed':
        commit(state, event);
        break;
      case 'plan.ended':
        end(state, event);
        break;
      case 'activation.started': {
        const seat = state.seats[event.seat];
        if (seat !== undefined)
          seat.interrupt = event.purpose === 'interrupt' && seat.plan !== null ? event.seq : null;
        break;
      }
      case 'activation.ended':
        decide(state, event);
        break;
      default:
        break;
    }
    return state;
  },
  result: ({ seats, counts, micros, interrupts, resumed, replanned, retried, switched }) => ({
    counts: { ...counts },
    micros: { ...micros },
    open: seats.filter(({ plan }) => plan !== null).length,
    interrupts,
    resumed,
    replanned,
    retried,
    switched,
  }),
};

function commit(state: State, { seat: index, seq, time, task }: EventOf<'plan.committed'>): void {
  const seat = state.seats[index];
  if (seat === undefined) return;
  if (seat.failedTask !== undefined) state[seat.failedTask === task ? 'retried' : 'switched'] += 1;
  seat.failedTask = undefined;
  seat.plan = { seq, time, task };
}

function end(state: State, event: EventOf<'plan.ended'>): void {
  const seat = state.seats[event.seat];
  if (seat === undefined || seat.plan === null || !event.inputs.includes(seat.plan.seq)) return;
  const ending = endingOf(event);
  state.counts[ending] += 1;
  state.micros[ending] += event.time - seat.plan.time;
  if (ending === 'failed') seat.failedTask = seat.plan.task;
  if (ending === 'replaced' && seat.resumedAt !== null && event.inputs.includes(seat.resumedAt)) {
    state.resumed -= 1;
    state.replanned += 1;
  }
  seat.plan = null;
  seat.interrupt = null;
}

/** Until another plan follows from it, a decision lets the plan go on. */
function decide(state: State, { seat: index, seq, inputs, outcome }: EventOf<'activation.ended'>): void {
  const seat = state.seats[index];
  if (seat === undefined || seat.interrupt === null || !inputs.includes(seat.interrupt)) return;
  seat.interrupt = null;
  if (outcome !== 'decided') return;
  state.interrupts += 1;
  state.resumed += 1;
  seat.resumedAt = seq;
}

function endingOf({ status, outcome }: EventOf<'plan.ended'>): PlanEnding {
  if (status === 'success') return 'completed';
  if (status === 'failed') return 'failed';
  if (outcome === 'replaced') return 'replaced';
  return outcome === 'episode_ended' ? 'episodeEnd' : 'cancelled';
}
