import { parse, View } from 'vega';
import { compile } from 'vega-lite';

/** Apart for colour-blind readers (Okabe and Ito). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#5b6470'];
const SHAPES = ['circle', 'square', 'triangle-up', 'diamond', 'cross'];
const FONT = 'system-ui, sans-serif';
/** Score between two labels at the right end that do not touch. */
const LABEL_GAP = 0.055;

/** One label a line, at its last point, moved apart where they would touch. */
function endLabels(points, lines) {
  const ends = lines
    .map((line) => points.filter((point) => point.line === line).sort((a, b) => b.x - a.x)[0])
    .sort((a, b) => a.y - b.y);
  let below = -1;
  return ends.map(({ x, y, line }) => {
    below = Math.max(y, below + LABEL_GAP);
    return { x, y: below, line };
  });
}

/**
 * A line chart of scores with intervals, as SVG.
 * @param {{ x: number, y: number, low: number, high: number, line: string }[]} points
 * @param {string} label of the horizontal axis
 */
export async function drawCurve(points, label) {
  const lines = [...new Set(points.map(({ line }) => line))];
  const colour = { field: 'line', type: 'nominal', scale: { domain: lines, range: COLOURS }, legend: null };
  const shape = { field: 'line', type: 'nominal', scale: { domain: lines, range: SHAPES }, legend: null };
  const xs = [...new Set(points.map(({ x }) => x))].sort((a, b) => a - b);
  const x = {
    field: 'x',
    type: 'quantitative',
    title: label,
    axis: { values: xs, grid: false, format: '~g' },
    scale: { nice: false },
  };
  const y = {
    field: 'y',
    type: 'quantitative',
    title: 'share of the greatest score',
    scale: { domain: [0, 1] },
    axis: { tickCount: 5 },
  };
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 440,
    height: 240,
    background: '#ffffff',
    padding: 10,
    title: {
      text: 'Rule-based stand-in, no language model',
      anchor: 'start',
      fontSize: 12,
      fontWeight: 'normal',
    },
    config: {
      font: FONT,
      view: { stroke: null },
      axis: { labelFontSize: 11, titleFontSize: 12, gridColor: '#e5e7eb' },
    },
    layer: [
      {
        data: { values: points },
        mark: { type: 'rule', opacity: 0.55, strokeWidth: 1.5 },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color: colour },
      },
      { data: { values: points }, mark: { type: 'line', strokeWidth: 2 }, encoding: { x, y, color: colour } },
      {
        data: { values: points },
        mark: { type: 'point', filled: true, size: 55, opacity: 1 },
        encoding: { x, y, color: colour, shape },
      },
      {
        data: { values: endLabels(points, lines) },
        mark: { type: 'text', align: 'left', dx: 9, fontSize: 12 },
        encoding: { x, y, color: colour, text: { field: 'line', type: 'nominal' } },
      },
    ],
  };
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return `${svg}\n`;
}
