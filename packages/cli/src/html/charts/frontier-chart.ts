import type { Markup } from '../markup.js';
import { INK, PALETTE } from './colors.js';
import { drawChart } from './draw-chart.js';
import { labelGroups } from './label-groups.js';
import { paretoFrontier, type FrontierPoint } from './pareto-frontier.js';

const HEIGHT = 220;

/** Score against cost: a numbered dot for each condition, a line through those that nothing beats in both. */
export function frontierChart(
  points: readonly FrontierPoint[],
  { score, cost, width }: { score: string; cost: string; width: number },
): Promise<Markup> {
  const x = { field: 'cost', type: 'quantitative', title: cost, axis: { tickCount: 5, format: '~s' } };
  const y = { field: 'score', type: 'quantitative', title: score, axis: { tickCount: 5, format: '~r' } };
  const frontier = paretoFrontier(points);
  const extent = (values: readonly number[]): readonly [number, number] => [
    Math.min(...values),
    Math.max(...values),
  ];
  const labels = labelGroups(points, {
    width,
    height: HEIGHT,
    cost: extent(points.map((point) => point.cost)),
    score: extent(points.flatMap(({ low, high }) => [0, low, high])),
  });
  return drawChart(
    {
      width,
      height: HEIGHT,
      layer: [
        {
          data: { values: frontier },
          mark: { type: 'line', interpolate: 'step-after', color: PALETTE[6], strokeDash: [4, 3] },
          encoding: { x, y },
        },
        {
          data: { values: points },
          mark: { type: 'rule', color: PALETTE[0], opacity: 0.5 },
          encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
        },
        {
          data: { values: points },
          mark: { type: 'point', filled: true, size: 80, opacity: 1, color: PALETTE[0] },
          encoding: { x, y },
        },
        {
          data: { values: labels },
          mark: { type: 'text', dx: 9, dy: -6, align: 'left', fontSize: 12, fontWeight: 'bold', color: INK },
          encoding: { x, y, text: { field: 'text', type: 'nominal' } },
        },
      ],
    } as never,
    `${score} against ${cost}; no condition is both better and cheaper than ${frontier.map(({ number }) => `number ${number}`).join(', ')}`,
  );
}
