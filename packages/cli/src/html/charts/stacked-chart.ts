import type { Markup } from '../markup.js';
import { INK, PALETTE } from './colors.js';
import { drawChart } from './draw-chart.js';

/** Parts of a whole, for one condition. */
export interface StackedRow {
  readonly label: string;
  /** By name of the part; the order is that of `parts`. */
  readonly shares: Readonly<Record<string, number>>;
}

const ROW_HEIGHT = 36;

/** One bar a condition, cut into parts, its name above; a key of the page says what the colours are. */
export function stackedChart(
  rows: readonly StackedRow[],
  parts: readonly string[],
  { title, width }: { title: string; width: number },
): Promise<Markup> {
  const y = { field: 'label', type: 'nominal', sort: null, axis: null, scale: { paddingOuter: 0.3 } };
  const values = rows.flatMap(({ label, shares }) =>
    parts.map((part, order) => ({ label, part, order, share: shares[part] ?? 0 })),
  );
  return drawChart(
    {
      width,
      height: { step: ROW_HEIGHT },
      layer: [
        {
          data: { values },
          mark: { type: 'bar', height: 14, yOffset: 7, stroke: '#ffffff', strokeWidth: 0.5 },
          encoding: {
            y,
            x: {
              field: 'share',
              type: 'quantitative',
              title,
              stack: 'zero',
              axis: { format: '.0%', tickCount: 5 },
              scale: { domain: [0, 1], nice: false, clamp: true },
            },
            color: {
              field: 'part',
              type: 'nominal',
              title: null,
              scale: { domain: parts, range: PALETTE },
              legend: null,
            },
            order: { field: 'order', type: 'quantitative' },
          },
        },
        {
          data: { values: rows.map(({ label }) => ({ label })) },
          mark: {
            type: 'text',
            align: 'left',
            yOffset: -9,
            fontSize: 11,
            color: INK,
            limit: width,
          },
          encoding: { y, x: { value: 0 }, text: { field: 'label' } },
        },
      ],
    } as never,
    `${title}: ${rows.map((row) => describe(row, parts)).join('; ')}`,
  );
}

function describe({ label, shares }: StackedRow, parts: readonly string[]): string {
  return `${label}: ${parts.map((part) => `${part} ${Math.round((shares[part] ?? 0) * 100)} %`).join(', ')}`;
}
