import type { Metric } from '../metric.js';

export interface ScoreResult {
  readonly points: number;
  /** Most points the episode can give; null until the log says. */
  readonly max: number | null;
  /** `points / max`; null when the maximum is unknown or 0. */
  readonly share: number | null;
}

/** Points of the team. Definition, unit, source and a worked example: the page below. */
export const score: Metric<{ points: number; max: number | null }, ScoreResult> = {
  name: 'score',
  version: 1,
  reads: ['score.changed', 'episode.ended'],
  page: {
    summary: 'Points of the team, and their share of what the episode can give.',
    formula:
      'points = `total` of the latest `score.changed` (`score` of `episode.ended` at the end); max = the `max` (`maxScore`) beside it; share = points / max.',
    source: 'Quorum. Team score as in EmCoop (arXiv 2603.00349), success Y; the share is ours.',
    notes: 'Max and share are null until the log names the maximum; share is null when the maximum is 0.',
    example:
      'A block of weight 2 is delivered (total 2 of 18), then one of weight 1 (total 3 of 18): points 3, max 18, share 3/18 = 0.1667.',
  },
  columns: [
    {
      name: 'points',
      summary: 'points scored',
      unit: 'points',
      range: '0 … max',
      value: (result) => result.points,
    },
    {
      name: 'max',
      summary: 'most points possible',
      unit: 'points',
      range: '≥ 0 or null',
      value: (result) => result.max,
    },
    {
      name: 'share',
      summary: 'points over most points possible',
      unit: '1',
      range: '0 … 1 or null',
      value: (result) => result.share,
    },
  ],
  init: () => ({ points: 0, max: null }),
  step(state, event) {
    if (event.type === 'score.changed') {
      state.points = event.total;
      state.max = event.max;
    } else if (event.type === 'episode.ended') {
      state.points = event.score;
      state.max = event.maxScore;
    }
    return state;
  },
  result: ({ points, max }) => ({ points, max, share: max === null || max === 0 ? null : points / max }),
};
