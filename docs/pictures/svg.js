/** Colours that stay apart for colour-blind readers (after Okabe and Ito), on a ground of their own. */
export const INK = '#2b2f36';
export const QUIET = '#6b7280';
export const PAPER = '#fbfaf7';
export const FLOOR = '#ffffff';
export const EDGE = '#9aa0a8';
export const GOAL = '#009e73';
export const AGENT = '#0072b2';
export const FORCE = '#d55e00';
export const BLOCK_EDGE = '#8a7a52';
export const BLOCK_INK = '#6a5d3c';
/** By weight; the last one for all that weigh more. */
export const BLOCKS = ['#efe8d8', '#e0d2b4', '#cdb98d', '#b7a06c'];

export const SHAFT_PIXELS = 3.2;
/** Attributes of text that is centred on its point. */
export const CENTRED = { 'text-anchor': 'middle', 'dominant-baseline': 'central' };
/** Attributes of a planned way and of the ring at its end. */
export const WAY = { stroke: AGENT, 'stroke-width': 1.6 };
export const DASHES = { 'stroke-dasharray': '4 3', fill: 'none' };

/** An element as markup. */
export function tag(name, attributes, ...children) {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? Number(value.toFixed(1)) : value}"`,
  );
  return `<${name}${written.join('')}>${children.join('')}</${name}>`;
}

export const escape = (text) =>
  String(text).replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]);

export const text = (x, y, content, attributes = {}) =>
  tag('text', { x, y, fill: INK, 'font-size': 12, ...attributes }, escape(content));

/** An arrow from one pixel to another. */
export function arrow([x1, y1], [x2, y2]) {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const head = Math.min(SHAFT_PIXELS * 2.2, length * 0.8);
  const at = (back, side) =>
    `${(x2 - ux * back - uy * side).toFixed(1)},${(y2 - uy * back + ux * side).toFixed(1)}`;
  const shaft = SHAFT_PIXELS / 2;
  const outline = [at(length, shaft), at(head, shaft), at(head, head / 1.6), at(0, 0)];
  const back = [at(head, -head / 1.6), at(head, -shaft), at(length, -shaft)];
  return tag('polygon', {
    points: [...outline, ...back].join(' '),
    fill: FORCE,
    stroke: PAPER,
    'stroke-width': 0.8,
  });
}

/** Seat number in the middle of an agent's disc. */
export function seatNumber(x, y, seat, radius) {
  const size = Math.min(12, radius * 1.3);
  return text(x, y + 0.5, seat, { ...CENTRED, fill: '#ffffff', 'font-size': size, 'font-weight': 700 });
}

/** The end of a planned way. */
export const ring = (cx, cy) => tag('circle', { cx, cy, r: 3, ...WAY, fill: FLOOR });
