import { TICKS_PER_SECOND } from '@quorum/events';
import * as svg from './svg.js';
import { arrow, tag, text } from './svg.js';

const BIG = { 'font-size': 16, 'font-weight': 600 };
const QUIET = { fill: svg.QUIET };

/** What the table says of a task: heading, place of its right edge, and how the log's last word on it reads. */
const COLUMNS = [
  { head: 'committed', right: 92, of: ({ participation }) => participation },
  { head: 'in place', right: 148, of: ({ spatial }) => spatial },
  { head: 'acting', right: 194, of: ({ temporal }) => temporal },
  { head: 'force', right: 234, of: ({ force }) => force },
];

/** Caption, the tasks that somebody is at, and what the signs mean. */
export function drawPanel({ header, frame, tasks, score, max }, { left, bottom }) {
  const seconds = (ticks) => ticks / TICKS_PER_SECOND;
  const kinds = [...new Set(header.team.map(({ modelKind }) => modelKind))].join(', ');
  return [
    text(left, 34, header.scenario, { 'font-size': 18, 'font-weight': 700 }),
    text(left, 54, `${teamLabel(header.team)} (${kinds}), seed ${header.seed}`, QUIET),
    text(left, 86, `${seconds(frame.tick).toFixed(1)} s`, BIG),
    text(left + 64, 86, `of ${seconds(header.horizonTicks)} seconds`, QUIET),
    text(left, 108, score, BIG),
    text(left + 64, 108, `of ${max} points`, QUIET),
    ...drawTasks(tasks, left, 146),
    ...drawLegend(left, bottom - 92),
  ];
}

function teamLabel(team) {
  const names = team.map(({ agent }) => agent);
  const count = (name) => names.filter((other) => other === name).length;
  return [...new Set(names)].map((name) => `${count(name)}x ${name}`).join(', ');
}

function drawTasks(tasks, left, top) {
  const busy = [...tasks].filter(([, degrees]) => COLUMNS.some(({ of }) => of(degrees)?.count > 0));
  const head = { ...QUIET, 'font-size': 11 };
  return [
    text(left, top, 'task', head),
    ...COLUMNS.map(({ head: name, right }) =>
      text(left + right, top, name, { ...head, 'text-anchor': 'end' }),
    ),
    ...busy.flatMap(([task, degrees], i) => {
      const y = top + 20 * (i + 1);
      const cells = COLUMNS.map(({ right, of }) => drawDegree(left + right, y, of(degrees)));
      return [text(left, y, task, { 'font-weight': 600 }), ...cells];
    }),
  ];
}

/** `2/3` for a constraint, green where it holds; a plain number for the force. */
function drawDegree(x, y, degree) {
  const end = { 'text-anchor': 'end' };
  if (degree === undefined) return text(x, y, '–', end);
  if (degree.type === 'constraint.force') return text(x, y, degree.forceShare.toFixed(2), end);
  const holds = degree.count >= degree.required ? { fill: svg.GOAL, 'font-weight': 600 } : {};
  return text(x, y, `${degree.count}/${degree.required}`, { ...end, ...holds });
}

function drawLegend(left, top) {
  const x = left + 11;
  const row = (i) => top + i * 22;
  const square = (i, attributes) =>
    tag('rect', { x: x - 8, y: row(i) - 8, width: 16, height: 16, ...attributes });
  const meanings = [
    'agent and its seat number',
    'block and how many must push it',
    'contact force',
    'planned path',
    'goal',
  ];
  return [
    tag('circle', { cx: x, cy: row(0), r: 8, fill: svg.AGENT }) + svg.seatNumber(x, row(0), 0, 8),
    square(1, { rx: 2, fill: svg.BLOCKS[1], stroke: svg.BLOCK_EDGE }),
    text(x, row(1) + 1, 2, { ...svg.CENTRED, 'font-weight': 600 }),
    arrow([x - 10, row(2)], [x + 11, row(2)]),
    tag('line', { x1: x - 11, y1: row(3), x2: x + 7, y2: row(3), ...svg.WAY, ...svg.DASHES }),
    svg.ring(x + 9, row(3)),
    square(4, { fill: svg.GOAL, 'fill-opacity': 0.16 }),
    ...meanings.map((meaning, i) => text(left + 32, row(i) + 4, meaning, QUIET)),
  ];
}
