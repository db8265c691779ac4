import { ticksToMicros } from '@quorum/events';
import { countColumn } from '../counts.js';
import type { Metric } from '../metric.js';
import { MICROS_PER_SECOND, shareOf, sumOf } from './micros.js';

/** How long a seat's mind was asked, whole microseconds of virtual time. */
export interface DecisionMicros {
  /** For plans: purposes `plan`, `interrupt` and `repair`. */
  readonly plan: number;
  /** For words: purposes `speak` and `reply`. */
  readonly talk: number;
}

export interface DecisionOverheadResult {
  readonly durationMicros: number;
  /** Of it, body time: what the ticks took. */
  readonly bodyMicros: number;
  readonly microsBySeat: readonly DecisionMicros[];
}

interface Mind {
  plan: number;
  talk: number;
  open: { readonly since: number; readonly what: keyof DecisionMicros } | null;
}

interface State {
  readonly minds: readonly Mind[];
  tick: number;
  time: number;
}

/** How much of its time a team spends deciding. Definition, unit, source and a worked example: the page below. */
export const decisionOverhead: Metric<State, DecisionOverheadResult> = {
  name: 'decision-overhead',
  version: 1,
  reads: ['activation.started', 'activation.ended', 'world.hash', 'episode.ended'],
  page: {
    summary:
      'Decision overhead by time: how much of the episode its agents spend deciding, and the world stands still.',
    formula:
      'Decision time of a seat = virtual time from `activation.started` to its `activation.ended` (or to now). share = Σ decision time / (seats × virtual time); max = the same of the busiest seat; talk = the part for purposes `speak` and `reply`; standstill = (virtual time − body time) / virtual time, body time = ticks / 60; perBodySecond = Σ decision time / (seats × body time).',
    source:
      'Quorum. Corrects decision overhead D of EmCoop (arXiv 2603.00349): D_δ counts entries into stages R, W and I per step, not their length, and counts waiting as deciding.',
    notes:
      'Waiting for teammates who decide is no deciding: `blocked-time.otherMinds`. Under clock `barrier` the world stands still while anybody decides, so decisions at once cost standstill once and share each; under `async` it never stands still, and deciding goes on while bodies move. With profile `zero-v1` all is 0. Logs without activations (imports) give 0. Times move with state hashes, once a second, between activations.',
    example:
      'Seats 0 and 1 of two decide for 1 s and 2 s before the first tick, seat 1 to say something; then 180 ticks pass: virtual time 5 s, body time 3 s, share 3/10 = 0.3, max 0.4, talk 0.2, standstill 0.4, perBodySecond 3/6 = 0.5.',
  },
  columns: [
    {
      name: 'share',
      summary: 'share of agents’ virtual time spent deciding',
      unit: '1',
      range: '0 … 1 or null',
      value: (r) => shareOf(sumOf(r.microsBySeat, 'plan') + sumOf(r.microsBySeat, 'talk'), agentMicros(r)),
    },
    {
      name: 'max',
      summary: 'the same of the seat that decides longest',
      unit: '1',
      range: '0 … 1 or null',
      value: ({ microsBySeat, durationMicros }) =>
        shareOf(Math.max(...microsBySeat.map(({ plan, talk }) => plan + talk)), durationMicros),
    },
    {
      name: 'talk',
      summary: 'share of agents’ virtual time spent deciding what to say',
      unit: '1',
      range: '0 … 1 or null',
      value: (r) => shareOf(sumOf(r.microsBySeat, 'talk'), agentMicros(r)),
    },
    {
      name: 'standstill',
      summary: 'share of virtual time in which the world waits',
      unit: '1',
      range: '0 … 1 or null',
      value: ({ durationMicros, bodyMicros }) => shareOf(durationMicros - bodyMicros, durationMicros),
    },
    {
      name: 'perBodySecond',
      summary: 'time spent deciding per second that bodies have',
      unit: 's/s',
      range: '≥ 0 or null',
      value: (r) =>
        shareOf(
          sumOf(r.microsBySeat, 'plan') + sumOf(r.microsBySeat, 'talk'),
          r.bodyMicros * r.microsBySeat.length,
        ),
    },
    countColumn(
      'seconds',
      's',
      'time spent deciding, summed over seats',
      (r) => (sumOf(r.microsBySeat, 'plan') + sumOf(r.microsBySeat, 'talk')) / MICROS_PER_SECOND,
    ),
  ],
  init: ({ team }) => ({
    minds: team.map(() => ({ plan: 0, talk: 0, open: null })),
    tick: 0,
    time: 0,
  }),
  step(state, event) {
    if (event.type === 'activation.started') {
      const mind = state.minds[event.seat];
      const what = event.purpose === 'speak' || event.purpose === 'reply' ? 'talk' : 'plan';
      if (mind !== undefined) mind.open = { since: event.time, what };
    } else if (event.type === 'activation.ended') {
      const mind = state.minds[event.seat];
      if (mind !== undefined) {
        Object.assign(mind, decidedBy(mind, event.time));
        mind.open = null;
      }
    } else if (event.type !== 'world.hash' && event.type !== 'episode.ended') {
      return state;
    }
    state.tick = event.tick;
    state.time = event.time;
    return state;
  },
  result: ({ minds, tick, time }) => ({
    durationMicros: time,
    bodyMicros: Math.min(time, ticksToMicros(tick)),
    microsBySeat: minds.map((mind) => decidedBy(mind, time)),
  }),
};

/** Decision time up to `time`. */
function decidedBy({ plan, talk, open }: Mind, time: number): DecisionMicros {
  if (open === null) return { plan, talk };
  const micros = time - open.since;
  return open.what === 'plan' ? { plan: plan + micros, talk } : { plan, talk: talk + micros };
}

function agentMicros({ durationMicros, microsBySeat }: DecisionOverheadResult): number {
  return durationMicros * microsBySeat.length;
}
