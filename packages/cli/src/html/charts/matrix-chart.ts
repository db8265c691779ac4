import type { Markup } from '../markup.js';
import { INK } from './colors.js';
import { drawChart } from './draw-chart.js';

/** A cell of a matrix of agents. */
export interface MatrixCell {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const CELL_PIXELS = 34;

/** Counts from agent (row) to agent (column), the darker the more. */
export function matrixChart(cells: readonly MatrixCell[], label: string): Promise<Markup> {
  const most = Math.max(1, ...cells.map(({ count }) => count));
  const axis = { labelAngle: 0, ticks: false, domain: false };
  const x = { field: 'to', type: 'ordinal', title: 'to agent', axis: { ...axis, orient: 'top' } };
  const y = { field: 'from', type: 'ordinal', title: 'from agent', axis };
  return drawChart(
    {
      width: { step: CELL_PIXELS },
      height: { step: CELL_PIXELS },
      data: { values: cells },
      layer: [
        {
          mark: { type: 'rect', stroke: '#ffffff' },
          encoding: {
            x,
            y,
            color: {
              field: 'count',
              type: 'quantitative',
              legend: null,
              scale: { domain: [0, most], range: ['#f3f6f9', '#0072b2'] },
            },
          },
        },
        {
          mark: { type: 'text', fontSize: 11 },
          encoding: {
            x,
            y,
            text: { field: 'count', type: 'quantitative' },
            color: { condition: { test: `datum.count > ${most * 0.6}`, value: '#ffffff' }, value: INK },
          },
        },
      ],
    } as never,
    label,
  );
}
