import type { Metric } from '../metric.js';

export interface AttemptsResult {
  /** Attempts that have ended. */
  readonly count: number;
  readonly successes: number;
  /** `successes / count`; null without attempts. */
  readonly successRate: number | null;
  /** Seats that took part, summed over attempts. */
  readonly seatsTotal: number;
  /** `seatsTotal / count`; null without attempts. */
  readonly meanTeamSize: number | null;
}

interface State {
  count: number;
  successes: number;
  seatsTotal: number;
}

/** Attempts at cooperative tasks. Definition, unit, source and a worked example: the page below. */
export const attempts: Metric<State, AttemptsResult> = {
  name: 'attempts',
  version: 1,
  reads: ['attempt.ended'],
  page: {
    summary: 'How often the team attempted a task, how often it moved something, and how many took part.',
    formula:
      'count = number of `attempt.ended`; successes = those with `success`; successRate = successes / count; seatsTotal = Σ |seats| over attempts; meanTeamSize = seatsTotal / count.',
    source: 'COOP² (arXiv 2603.00349v2), attempt events and attempt success rate.',
    notes:
      'Deviation: there an attempt is one environment step in which at least one agent executes the terminal action on a task, here the whole interval of such steps; one long failed push is one failed attempt, not one per step. Rates are null without attempts (published: 0). An attempt counts once it has ended.',
    example:
      'Seats 0 and 1 push a face and move it (success); later seat 2 alone fails: count 2, successes 1, successRate 0.5, seatsTotal 3, meanTeamSize 1.5.',
  },
  columns: [
    {
      name: 'count',
      summary: 'attempts that have ended',
      unit: 'attempts',
      range: '≥ 0',
      value: (result) => result.count,
    },
    {
      name: 'successes',
      summary: 'attempts that moved their body or completed their task',
      unit: 'attempts',
      range: '0 … count',
      value: (result) => result.successes,
    },
    {
      name: 'successRate',
      summary: 'successes over attempts',
      unit: '1',
      range: '0 … 1 or null',
      value: (result) => result.successRate,
    },
    {
      name: 'seatsTotal',
      summary: 'seats that took part, summed over attempts',
      unit: 'seats',
      range: '≥ 0',
      value: (result) => result.seatsTotal,
    },
    {
      name: 'meanTeamSize',
      summary: 'seats that took part, per attempt',
      unit: 'seats',
      range: '≥ 0 or null',
      value: (result) => result.meanTeamSize,
    },
  ],
  init: () => ({ count: 0, successes: 0, seatsTotal: 0 }),
  step(state, event) {
    if (event.type !== 'attempt.ended') return state;
    state.count += 1;
    if (event.success) state.successes += 1;
    state.seatsTotal += event.seats.length;
    return state;
  },
  result: ({ count, successes, seatsTotal }) => ({
    count,
    successes,
    successRate: count === 0 ? null : successes / count,
    seatsTotal,
    meanTeamSize: count === 0 ? null : seatsTotal / count,
  }),
};
