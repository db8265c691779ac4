/** Colours of the page as Pixi and SVG take them; told apart by colour-blind readers, too (after Okabe and Ito). */
const SEAT_COLORS = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#e69f00',
  '#56b4e9',
  '#7f6000',
  '#5b6470',
] as const;

export const STAGE_COLORS = { R: '#7b5ea7', W: '#c9ced6', X: '#2fae87', I: '#d55e00' } as const;

export const STAGE_NAMES = { R: 'reasoning', W: 'waiting', X: 'executing', I: 'interrupted' } as const;

/** Light: names are written on them. */
export const PLAN_COLORS = {
  running: '#b9dcf5',
  success: '#7ccfb3',
  failed: '#f0936a',
  interrupted: '#f3e3a1',
} as const;

/** How far a task has the agents it needs. */
export const STRIP_COLORS = { enough: '#009e73', tooFew: '#e69f00' } as const;

/** How far a body is pushed with the force it needs. */
export const RING_COLORS = { enough: '#00724f', tooLittle: '#b45309' } as const;

export const FORCE_COLOR = '#b91c1c';

/** What agents spend time on; light and dark take turns, so that neighbours in a bar differ without colour, too. */
export const TIME_COLORS = {
  think: '#7b5ea7',
  talk: '#cc79a7',
  wait: '#d9dde3',
  walk: '#56b4e9',
  underQuorumPush: '#e69f00',
  stuckPush: '#b24300',
  usefulPush: '#5fc9a3',
  idle: '#5b6470',
} as const;

/** What became of an event at whom it reached. */
export const REACTION_COLORS = {
  consume: '#0072b2',
  delay: '#e69f00',
  reroute: '#cc79a7',
  discard: '#d55e00',
} as const;

/** What became of what somebody brought about, for people. */
export const REACTION_NAMES = {
  consume: 'shown',
  delay: 'arrived, not shown in time',
  reroute: 'shown after it was handed on',
  discard: 'never shown',
} as const;

export const INK = '#1f2937';
const DARK = '#111827';
const LIGHT = '#ffffff';

/** The colour of a seat; they repeat after eight. */
export function seatColor(seat: number): string {
  return SEAT_COLORS[seat % SEAT_COLORS.length] ?? INK;
}

/** Dark or light, whichever is read more easily on a colour. */
export function inkOn(color: string): string {
  return contrast(color, DARK) > contrast(color, LIGHT) ? DARK : LIGHT;
}

/** Contrast of two colours `#rrggbb`, 1 to 21, as WCAG 2 defines it. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = linearRgb(color);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Red, green and blue of `#rrggbb` as shares of light. */
export function linearRgb(color: string): number[] {
  return [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
}
