import { CONSTRAINTS, type Constraint } from '@quorum/events';
import type { Course } from '../course.js';
import type { Markup } from '../markup.js';
import { INK, PALETTE } from './colors.js';
import { drawChart } from './draw-chart.js';

/** What is the same in all charts of a page, so that they can be compared at a glance. */
export interface CourseScale {
  /** Highest score and last second of the page. */
  readonly score: number;
  readonly seconds: number;
  /** Most agents of a team of the page. */
  readonly agents: number;
  readonly constraints: readonly Constraint[];
  /** Classes of tasks, in the order of their colours. */
  readonly classes: readonly string[];
}

const WIDTH = 320;

/** Colours of the constraints, as in the bars of bottlenecks. */
export function constraintColor(constraint: Constraint): string {
  return PALETTE[CONSTRAINTS.indexOf(constraint)] ?? INK;
}

/** Colours of classes of tasks: other ones than those of constraints, as long as there are. */
export function classColor(index: number): string {
  return PALETTE[(CONSTRAINTS.length + index) % PALETTE.length] ?? INK;
}

/** Score, constraints and plans of a condition over body time, one below the other: means as lines, intervals as bands. */
export function courseChart({ score, holds, focus }: Course, scale: CourseScale): Promise<Markup> {
  const { constraints, classes } = scale;
  const last = score.at(-1);
  return drawChart(
    {
      spacing: 12,
      bounds: 'flush',
      resolve: { scale: { color: 'independent' } },
      vconcat: [
        bandView(
          score.map((point) => ({ ...point, name: 'score' })),
          { names: ['score'], colors: [INK], title: 'points', top: scale.score, scale },
        ),
        bandView(
          constraints.flatMap((name) => holds[name].map((point) => ({ ...point, name }))),
          { names: constraints, colors: constraints.map(constraintColor), title: 'held', top: 1, scale },
        ),
        {
          width: WIDTH,
          height: 60,
          data: { values: focus },
          mark: { type: 'area', interpolate: 'monotone' },
          encoding: {
            x: timeAxis(scale, { title: 'seconds of body time', tickCount: 5 }),
            y: {
              field: 'agents',
              type: 'quantitative',
              stack: 'zero',
              title: 'agents',
              axis: { tickCount: 3 },
              scale: { domain: [0, scale.agents], nice: false },
            },
            color: colorOf(
              classes,
              classes.map((_, i) => classColor(i)),
            ),
          },
        },
      ],
    } as never,
    `over body time: score ${(last?.mean ?? 0).toFixed(3)} at the end; ${constraints
      .map((name) => `${name} held ${average(holds[name].map(({ mean }) => mean))} % of the time at tasks`)
      .join(', ')}`,
  );
}

interface BandStyle {
  readonly names: readonly string[];
  readonly colors: readonly string[];
  readonly title: string;
  readonly top: number;
  readonly scale: CourseScale;
}

function bandView(values: readonly object[], { names, colors, title, top, scale }: BandStyle) {
  // The axis of the lowest view is that of all.
  const x = timeAxis(scale, { title: null, tickCount: 5, labels: false, ticks: false });
  const y = {
    type: 'quantitative',
    title,
    axis: { tickCount: 3, format: '~r' },
    scale: { domain: [0, top], nice: false },
  };
  const color = colorOf(names, colors);
  return {
    width: WIDTH,
    height: 80,
    data: { values },
    layer: [
      {
        transform: [{ filter: 'datum.low !== null' }],
        mark: { type: 'area', opacity: 0.2 },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color },
      },
      {
        mark: { type: 'line', strokeWidth: 1.5 },
        encoding: { x, y: { ...y, field: 'mean' }, color },
      },
    ],
  };
}

function timeAxis({ seconds }: CourseScale, axis: object) {
  return {
    field: 'seconds',
    type: 'quantitative',
    axis,
    scale: { domain: [0, seconds], nice: false },
  };
}

/** A key below the heading of the section stands for the legends of all charts. */
function colorOf(names: readonly string[], colors: readonly string[]) {
  return { field: 'name', type: 'nominal', legend: null, scale: { domain: names, range: colors } };
}

function average(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  return Math.round((100 * sum) / Math.max(1, values.length));
}
