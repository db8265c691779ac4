import type { Markup } from '../markup.js';
import { INK, PALETTE } from './colors.js';
import { drawChart } from './draw-chart.js';

/** Something at a time, on the line of its label. */
export interface TimelineMark {
  readonly label: string;
  readonly seconds: number;
  readonly rule: string;
  readonly severity: 'failure' | 'warning';
}

const ROW_HEIGHT = 38;
const SHAPES = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down', 'stroke'];

/** Marks over time, one line a label, its name above; failures are filled, warnings are not. */
export function timelineChart(
  marks: readonly TimelineMark[],
  { title, width }: { title: string; width: number },
): Promise<Markup> {
  const labels = [...new Set(marks.map(({ label }) => label))];
  const rules = [...new Set(marks.map(({ rule }) => rule))].sort();
  const y = { field: 'label', type: 'nominal', sort: null, axis: null, scale: { paddingOuter: 0.3 } };
  const x = { field: 'seconds', type: 'quantitative', title, scale: { zero: true } };
  const color = { field: 'rule', type: 'nominal', title: null, scale: { domain: rules, range: PALETTE } };
  const shape = { field: 'rule', type: 'nominal', title: null, scale: { domain: rules, range: SHAPES } };
  const legend = { orient: 'top', columns: 4 };
  return drawChart(
    {
      width,
      height: { step: ROW_HEIGHT },
      layer: [
        {
          data: { values: labels.map((label) => ({ label })) },
          mark: { type: 'text', align: 'left', yOffset: -10, fontSize: 11, color: INK, limit: width },
          encoding: { y, x: { value: 0 }, text: { field: 'label' } },
        },
        {
          data: { values: marks.filter(({ severity }) => severity === 'warning') },
          mark: { type: 'point', filled: false, size: 45, yOffset: 7 },
          encoding: { y, x, color: { ...color, legend }, shape: { ...shape, legend } },
        },
        {
          data: { values: marks.filter(({ severity }) => severity === 'failure') },
          mark: { type: 'point', filled: true, size: 70, yOffset: 7, opacity: 0.9 },
          encoding: { y, x, color: { ...color, legend }, shape: { ...shape, legend } },
        },
      ],
    } as never,
    `${marks.length} findings: ${rules.map((rule) => `${rule} ${marks.filter((mark) => mark.rule === rule).length}`).join(', ')}`,
  );
}
