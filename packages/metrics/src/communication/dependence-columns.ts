import { countColumn } from '../counts.js';
import type { Column } from '../metric.js';
import type { Dependence } from './dependence.js';

/** Columns of a measure of dependence between what was said and what was done. */
export const dependenceColumns: readonly Column<Dependence>[] = [
  countColumn('pairs', 'pairs', 'messages with an action that followed', ({ pairs }) => pairs),
  ...(
    [
      ['information', 'mutual information of message and action'],
      ['corrected', 'the same, corrected for small samples'],
      ['nullMean', 'mean information when actions are dealt out at random'],
    ] as const
  ).map(([name, summary]) => ({
    name,
    summary,
    unit: 'nats',
    range: '≥ 0 or null',
    value: (result: Dependence) => result[name],
  })),
  {
    name: 'excess',
    summary: 'information beyond that of random deals',
    unit: 'nats',
    range: 'any or null; about 0 without dependence',
    value: ({ excess }) => excess,
  },
  {
    name: 'pValue',
    summary: 'share of random deals with at least as much information',
    unit: '1',
    range: '0.005 … 1 or null',
    value: ({ pValue }) => pValue,
  },
];
