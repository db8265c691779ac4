/** Colours of the page as Pixi and SVG take them; told apart by colour-blind readers, too (Okabe and Ito). */
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

export const STAGE_COLORS = { R: '#8e7cc3', W: '#d9dde3', X: '#6aa84f', I: '#e06666' } as const;

export const STAGE_NAMES = { R: 'reasoning', W: 'waiting', X: 'executing', I: 'interrupted' } as const;

export const PLAN_COLORS = {
  running: '#93c5fd',
  success: '#86cfa4',
  failed: '#f0a3a0',
  interrupted: '#e3d08a',
} as const;

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

export const INK = '#1f2937';

/** The colour of a seat; they repeat after eight. */
export function seatColor(seat: number): string {
  return SEAT_COLORS[seat % SEAT_COLORS.length] ?? INK;
}
