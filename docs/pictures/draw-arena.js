import * as svg from './svg.js';
import { arrow, tag, text } from './svg.js';

/** Length of a force arrow. */
const METRES_PER_NEWTON = 0.04;
/** How far a force arrow begins before the contact, so that it shows on small blocks too. */
const TAIL_METRES = 0.12;
/** Contacts weaker than this are touches, not pushes. */
const LEAST_NEWTONS = 0.5;
/** Blocks narrower than this have their name outside. */
const SMALL_PIXELS = 40;

/** The floor with its regions and all that is on it, from `left` and `top` on, at `scale` pixels per metre. */
export function drawArena({ layout, bodies, frame: { poses, contacts }, ways }, { left, top, scale }) {
  const { width, height } = layout.arena;
  const sheet = { scale, at: ([x, y]) => [left + x * scale, top + (height - y) * scale] };
  const present = bodies.filter((_, number) => poses.some(({ body }) => body === number));
  const pushes = contacts.filter(({ force }) => force >= LEAST_NEWTONS);
  const floor = { x: width / 2, y: height / 2, width, height };
  return [
    box(sheet, floor, { fill: svg.FLOOR }),
    ...layout.regions.map((region) => drawRegion(sheet, region)),
    ...present
      .filter(({ seat }) => ways.has(seat))
      .map((agent) => drawWay(sheet, agent, ways.get(agent.seat))),
    ...present.filter(({ kind }) => kind === 'block').map((block) => drawBlock(sheet, block)),
    ...present.filter(({ kind }) => kind === 'agent').map((agent) => drawAgent(sheet, agent)),
    ...pushes.map(({ bodyA, bodyB, force }) => drawForce(sheet, bodies[bodyA], bodies[bodyB], force)),
    box(sheet, floor, { fill: 'none', stroke: svg.EDGE, 'stroke-width': 2, rx: 2 }),
  ];
}

function box({ at, scale }, rect, attributes) {
  const [x, y] = at([rect.x - rect.width / 2, rect.y + rect.height / 2]);
  return tag('rect', { x, y, width: rect.width * scale, height: rect.height * scale, ...attributes });
}

function drawRegion(sheet, region) {
  const [x, y] = sheet.at([region.x, region.y]);
  const turn = region.height > region.width ? { transform: `rotate(90 ${x} ${y})` } : {};
  const label = { ...svg.CENTRED, fill: svg.GOAL, 'font-size': 13, 'letter-spacing': 3, ...turn };
  return box(sheet, region, { fill: svg.GOAL, 'fill-opacity': 0.16 }) + text(x, y, region.id, label);
}

function drawBlock(sheet, { body, x, y, shape, weight }) {
  const fill = svg.BLOCKS[Math.min(weight, svg.BLOCKS.length) - 1];
  const [middleX, middleY] = sheet.at([x, y]);
  const [right, top] = sheet.at([x + shape.width / 2, y + shape.height / 2]);
  const baseline = shape.width * sheet.scale < SMALL_PIXELS ? top - 3 : top + 10;
  const number = { ...svg.CENTRED, 'font-size': 11 + 3 * Math.min(shape.width, 3), 'font-weight': 600 };
  return [
    box(sheet, { x, y, ...shape }, { rx: 2, fill, stroke: svg.BLOCK_EDGE }),
    text(middleX, middleY + 1, weight, number),
    text(right - 3, baseline, body, { fill: svg.BLOCK_INK, 'font-size': 9, 'text-anchor': 'end' }),
  ].join('');
}

function drawAgent({ at, scale }, { x, y, shape, seat }) {
  const [cx, cy] = at([x, y]);
  const r = shape.radius * scale;
  return tag('circle', { cx, cy, r, fill: svg.AGENT, stroke: svg.FLOOR }) + svg.seatNumber(cx, cy, seat, r);
}

/** What is left of a planned way: from where the agent is along what it has not walked yet, a ring at the end. */
function drawWay({ at }, agent, way) {
  const legs = way.slice(1).map((end, i) => distanceToLeg(agent, way[i], end));
  const leg = legs.indexOf(Math.min(...legs));
  const points = [[agent.x, agent.y], ...way.slice(leg + 1)].map(at);
  const line = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const [cx, cy] = points.at(-1);
  return tag('polyline', { points: line, ...svg.WAY, ...svg.DASHES }) + svg.ring(cx, cy);
}

function distanceToLeg({ x, y }, [ax, ay], [bx, by]) {
  const squared = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = squared === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared;
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(ax + share * (bx - ax) - x, ay + share * (by - ay) - y);
}

/** Into a block where an agent presses it; between equals, where force does not tell who presses, without a head. */
function drawForce({ at }, a, b, force) {
  const [x, y] = nearestOutline(b, a);
  const [fromX, fromY] = a.shape.kind === 'disc' ? [a.x, a.y] : nearestOutline(a, { x, y });
  const distance = Math.hypot(x - fromX, y - fromY) || 1;
  const along = (metres) =>
    at([x + ((x - fromX) / distance) * metres, y + ((y - fromY) / distance) * metres]);
  const reach = force * METRES_PER_NEWTON;
  if (a.kind !== b.kind) return arrow(along(-TAIL_METRES), along(reach));
  const [[x1, y1], [x2, y2]] = [along(-reach / 2), along(reach / 2)];
  return tag('line', { x1, y1, x2, y2, stroke: svg.FORCE, 'stroke-width': svg.SHAFT_PIXELS });
}

/** The point of a body's outline that is nearest to a point. */
function nearestOutline({ x, y, shape }, point) {
  const [dx, dy] = [point.x - x, point.y - y];
  if (shape.kind === 'box') {
    const clamp = (value, half) => Math.max(-half, Math.min(half, value));
    return [x + clamp(dx, shape.width / 2), y + clamp(dy, shape.height / 2)];
  }
  const distance = Math.hypot(dx, dy) || 1;
  return [x + (dx / distance) * shape.radius, y + (dy / distance) * shape.radius];
}
