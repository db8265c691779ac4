import type { Markup } from '../markup.js';
import { INK, PALETTE } from './colors.js';
import { drawChart } from './draw-chart.js';

/** A mean with its interval, on a line of its own. */
export interface IntervalRow {
  readonly label: string;
  readonly mean: number;
  /** Null where there are too few seeds. */
  readonly low: number | null;
  readonly high: number | null;
  /** The single values where there is no interval. */
  readonly points: readonly number[];
  /** The mean as it is written, at the end of the line of the label. */
  readonly text: string;
}

const ROW_HEIGHT = 34;
/** Of the width, for labels; widths of texts are guessed a third too high, so that this leaves room for the mean. */
const LABEL_SHARE = 1.1;

/** Means as dots, intervals as bands, one condition a line, its name above. */
export function intervalChart(
  rows: readonly IntervalRow[],
  { title, width, domain }: { title: string; width: number; domain?: readonly [number, number] },
): Promise<Markup> {
  const y = { field: 'label', type: 'nominal', sort: null, axis: null, scale: { paddingOuter: 0.3 } };
  const x = {
    type: 'quantitative',
    title,
    axis: { tickCount: 4, format: '~r' },
    scale: domain ? { domain, nice: false } : { zero: true },
  };
  return drawChart(
    {
      width,
      height: { step: ROW_HEIGHT },
      layer: [
        {
          data: { values: rows.filter(({ low }) => low !== null) },
          mark: { type: 'bar', height: 10, yOffset: 6, opacity: 0.25, color: PALETTE[0] },
          encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' } },
        },
        {
          data: { values: rows.flatMap(({ label, points }) => points.map((value) => ({ label, value }))) },
          mark: { type: 'tick', height: 8, thickness: 1.5, yOffset: 6, color: PALETTE[6] },
          encoding: { y, x: { ...x, field: 'value' } },
        },
        {
          data: { values: rows },
          mark: { type: 'point', filled: true, size: 60, yOffset: 6, opacity: 1, color: PALETTE[0] },
          encoding: { y, x: { ...x, field: 'mean' } },
        },
        {
          data: { values: rows },
          mark: {
            type: 'text',
            align: 'left',
            yOffset: -8,
            fontSize: 11,
            color: INK,
            limit: width * LABEL_SHARE,
          },
          encoding: { y, x: { value: 0 }, text: { field: 'label' } },
        },
        {
          data: { values: rows },
          mark: { type: 'text', align: 'right', yOffset: -8, fontSize: 11, color: INK },
          encoding: { y, x: { value: width }, text: { field: 'text' } },
        },
      ],
    } as never,
    `${title}: ${rows.map(({ label, text }) => `${label} ${text}`).join('; ')}`,
  );
}
